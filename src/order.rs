//! Sorting, once: every sort of the core goes through one function of one type, since the standard library's
//! is several kilobytes of wasm for each type that is sorted.

use std::collections::BinaryHeap;

/// The indices of `keys` in the order of their keys; of equal keys in the order that they came in.
pub(crate) fn order(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let heap: BinaryHeap<(u64, u32)> = keys.zip(0..).collect();
    heap.into_sorted_vec().into_iter().map(|(_, index)| index as usize).collect()
}

/// `items` in the order of their keys; of equal keys in the order that they came in.
pub(crate) fn sorted<T: Clone>(items: &[T], key: impl Fn(&T) -> u64) -> Vec<T> {
    order(items.iter().map(key)).into_iter().filter_map(|index| items.get(index).cloned()).collect()
}

/// Two numbers as one that sorts like the pair.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let letters = sorted(&items, |item| item.0).into_iter().map(|item| item.1).collect::<String>();
        assert_eq!(letters, "ebdac");
        assert!(pair(1, u32::MAX) < pair(2, 0));
    }
}
