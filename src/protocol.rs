//! Messages between the page and its worker.
