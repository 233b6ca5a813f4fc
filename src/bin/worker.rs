//! The worker: analyses off the main thread.

/// The standard library's allocator is a twentieth of the worker's code; this one is small and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    kroniek::worker::serve();
}
