//! Sorting, in one copy: the standard library's sorts are compiled anew for each type and each order, and thirty of
//! them were a tenth of what a browser has to compile on the first click.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// Sorts numbers, smallest first.
pub fn numbers(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// Two numbers as one that sorts like the pair.
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// The numbers that [`pair`] joined.
pub fn parts(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// A number that sorts like `number`.
pub fn rank(number: f32) -> u32 {
    let bits = number.to_bits();
    if number.is_sign_negative() { !bits } else { bits | 1 << (u32::BITS - 1) }
}

/// Sorts by a key; what has the same key stays in its order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; what is equal stays in its order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let is_after = |a: u32, b: u32| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b) == Ordering::Greater,
        _ => false,
    };
    let mut order = order(items.len(), &is_after);
    for start in 0..order.len() {
        let mut at = start;
        // Each round of a cycle puts one item where it belongs, and marks the place as done.
        while let Some(slot) = order.get_mut(at) {
            let from = std::mem::replace(slot, at as u32) as usize;
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// What is looked up after it was gathered: a map in one piece.
#[derive(Clone, Debug)]
pub struct Lookup<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Lookup<K, V> {
    /// The entries; of those with the same key the first counts.
    pub fn new(mut entries: Vec<(K, V)>) -> Self {
        by(&mut entries, |a, b| a.0.cmp(&b.0));
        Lookup(entries)
    }

    /// The value of `key`.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.0.partition_point(|(each, _)| each.borrow() < key);
        self.0.get(at).filter(|(each, _)| each.borrow() == key).map(|(_, value)| value)
    }
}

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Lookup(Vec::new())
    }
}

impl<K: Ord> FromIterator<K> for Lookup<K, ()> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        Lookup::new(keys.into_iter().map(|key| (key, ())).collect())
    }
}

/// The numbers below `len` in the order of what they stand for: a merge sort from the bottom up.
fn order(len: usize, is_after: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    let mut merged: Vec<u32> = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        merged.clear();
        for run in order.chunks(2 * width) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some((&a, after_a)), Some((&b, after_b))) = (left.split_first(), right.split_first()) {
                if is_after(a, b) {
                    merged.push(b);
                    right = after_b;
                } else {
                    merged.push(a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_library() {
        let mut random = fastrand::Rng::with_seed(7);
        for len in (0..40).chain([255, 256, 257, 1000]) {
            let items: Vec<(u32, usize)> = (0..len).map(|at| (random.u32(0..20), at)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
            by(&mut ours, |a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn the_first_of_a_key_counts() {
        let lookup = Lookup::new(vec![("b".to_owned(), 1), ("a".to_owned(), 2), ("b".to_owned(), 3)]);
        assert_eq!([lookup.get("a"), lookup.get("b"), lookup.get("c"), lookup.get("")], [Some(&2), Some(&1), None, None]);
    }

    #[test]
    fn ranks_sort_like_numbers() {
        let numbers = [f32::NEG_INFINITY, -2.0, -1.0, -0.0, 0.0, f32::MIN_POSITIVE, 0.5, 1.0, f32::INFINITY];
        assert!(numbers.is_sorted_by(|&a, &b| rank(a) < rank(b)));
    }

    #[test]
    fn pairs_sort_like_pairs() {
        assert_eq!(parts(pair(3, u32::MAX)), (3, u32::MAX));
        let mut pairs = [pair(2, 0), pair(1, u32::MAX), pair(1, 7)];
        numbers(&mut pairs);
        assert_eq!(pairs.map(parts), [(1, 7), (1, u32::MAX), (2, 0)]);
    }
}
