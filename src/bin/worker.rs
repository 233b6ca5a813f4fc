//! The worker: analyses off the main thread.

fn main() {
    console_error_panic_hook::set_once();
    kroniek::ui::worker::serve();
}
