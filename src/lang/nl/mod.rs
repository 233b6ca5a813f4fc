//! Dutch.
