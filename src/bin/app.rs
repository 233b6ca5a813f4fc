//! The page, and its worker: one program, so that what both need is loaded once.

fn main() {
    if let Some(scope) = kroniek::worker::scope() {
        kroniek::worker::serve(scope);
    } else {
        console_error_panic_hook::set_once();
        leptos::mount::mount_to_body(kroniek::ui::App);
    }
}
