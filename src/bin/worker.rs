//! The worker: analyses off the main thread.

fn main() {
    kroniek::worker::serve();
}
