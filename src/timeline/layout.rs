//! Places for labels: rows without collisions, and clusters where there is no room.

/// What has to be placed: a mark from `begin` to `end` pixels, with a label of `label` pixels behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Left edge of the mark.
    pub begin: f64,
    /// Right edge of the mark.
    pub end: f64,
    /// Width of the label.
    pub label: f64,
}

/// Where an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this row, counted from the axis.
    Row(usize),
    /// In this cluster of [`Layout::clusters`].
    Cluster(usize),
}

/// Items that did not fit, shown as "+3".
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where it is drawn, in pixels.
    pub x: f64,
    /// Indices of its items.
    pub items: Vec<usize>,
}

/// The result of [`arrange`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// A place for each item, in the order given.
    pub places: Vec<Place>,
    /// The items that did not fit.
    pub clusters: Vec<Cluster>,
    /// How many rows are used.
    pub rows: usize,
}

/// Pixels between two labels in a row.
const GAP: f64 = 10.0;
/// Pixels that a cluster's "+3" takes.
const CLUSTER: f64 = 34.0;

/// Places items in at most `rows` rows: from left to right, each in the lowest row that has room. The same
/// items always get the same places.
pub fn arrange(items: &[Item], rows: usize) -> Layout {
    // From left to right, to a sixteenth of a pixel; in the order given where two begin together.
    let mut order: Vec<(i64, usize)> =
        items.iter().enumerate().map(|(index, item)| ((item.begin * 16.0) as i64, index)).collect();
    order.sort_unstable();
    let mut layout = Layout { places: vec![Place::Row(0); items.len()], ..Layout::default() };
    let mut edges: Vec<f64> = Vec::with_capacity(rows);
    for (_, index) in order {
        let item = items[index];
        let right = (item.begin + item.label).max(item.end);
        let free = edges.iter().position(|&edge| edge + GAP <= item.begin);
        let row = free.or_else(|| {
            (edges.len() < rows).then(|| {
                edges.push(f64::NEG_INFINITY);
                edges.len() - 1
            })
        });
        layout.places[index] = match row {
            Some(row) => {
                edges[row] = right;
                Place::Row(row)
            }
            None => Place::Cluster(join_cluster(&mut layout.clusters, index, item.begin)),
        };
    }
    layout.rows = edges.len();
    layout
}

fn join_cluster(clusters: &mut Vec<Cluster>, index: usize, x: f64) -> usize {
    match clusters.last_mut() {
        Some(last) if x - last.x < CLUSTER => last.items.push(index),
        _ => clusters.push(Cluster { x, items: vec![index] }),
    }
    clusters.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(begin: f64, label: f64) -> Item {
        Item { begin, end: begin + 8.0, label }
    }

    #[test]
    fn labels_in_a_row_never_touch() {
        let items: Vec<Item> =
            (0..300).map(|n| item(f64::from(n * 37 % 900), f64::from(40 + n % 90))).collect();
        let layout = arrange(&items, 6);
        for (a, place) in layout.places.iter().enumerate() {
            for (b, other) in layout.places.iter().enumerate().skip(a + 1) {
                if let (Place::Row(row), Place::Row(same)) = (place, other)
                    && row == same
                {
                    let (left, right) = if items[a].begin <= items[b].begin { (a, b) } else { (b, a) };
                    assert!(items[left].begin + items[left].label + GAP <= items[right].begin);
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_counted_once() {
        let items = [item(0.0, 90.0), item(1.0, 90.0), item(2.0, 90.0), item(3.0, 90.0)];
        let layout = arrange(&items, 2);
        assert_eq!(layout.places[..2], [Place::Row(0), Place::Row(1)]);
        assert_eq!(layout.clusters, [Cluster { x: 2.0, items: vec![2, 3] }]);
    }

    #[test]
    fn nothing_takes_no_rows() {
        assert_eq!(arrange(&[], 4), Layout::default());
    }
}
