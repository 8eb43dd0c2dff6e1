//! Tells tables of data from tables that lay a page out: by what they say of themselves first, by their shape then.

use crate::page::{NodeId, Page, Tag};

/// A cell with more characters than this holds a page's text, not a table's.
const MAX_CELL_CHARS: usize = 1_000;
/// Cells of a table of data that an editor filled with blocks are as short as this…
const SHORT_CELL_CHARS: usize = 120;
/// …and its rows at least so many.
const FEW_ROWS: u32 = 3;
/// A table with so many rows of several cells counts something.
const MANY_ROWS: u32 = 20;

/// True for a table of data.
pub(crate) fn is_data(page: &Page, table: NodeId) -> bool {
    match page.attr(table, "role") {
        Some("presentation" | "none") => return false,
        Some("table" | "grid" | "treegrid") => return true,
        _ => {}
    }
    let shape = Shape::of(page, table);
    let is_grid = shape.n_rows > 1 && shape.most_cells > 1;
    if shape.is_labelled && (is_grid || shape.has_caption) {
        return true;
    }
    if !is_grid || shape.has_table || shape.longest_cell > MAX_CELL_CHARS {
        return false;
    }
    shape.n_rows >= MANY_ROWS || shape.n_blocks <= shape.n_cells || shape.is_regular()
}

/// What a table looks like, not counting tables in it.
#[derive(Default)]
struct Shape {
    n_rows: u32,
    n_cells: u32,
    most_cells: u32,
    /// Characters of the longest cell.
    longest_cell: usize,
    /// Blocks in cells that tables of data have few of.
    n_blocks: u32,
    has_table: bool,
    has_caption: bool,
    has_image: bool,
    /// It has header cells, a head, a caption, columns, a summary, or a class that says what it is.
    is_labelled: bool,
}

impl Shape {
    /// As many short cells in every row, as an editor for text writes tables (case `table--blocks-in-cells`).
    fn is_regular(&self) -> bool {
        self.n_rows >= FEW_ROWS
            && self.n_cells == self.n_rows * self.most_cells
            && self.longest_cell <= SHORT_CELL_CHARS
            && !self.has_image
    }

    fn of(page: &Page, table: NodeId) -> Shape {
        let is_named =
            page.classes(table).any(|class| matches!(class, "wikitable" | "infobox" | "sortable" | "data" | "dataTable"));
        let has_summary = page.attr(table, "summary").is_some_and(|summary| !summary.trim().is_empty());
        let mut shape = Shape { is_labelled: is_named || has_summary, ..Shape::default() };
        let (mut n_in_row, mut n_in_cell) = (0, 0);
        let mut nodes = page.descendants(table);
        while let Some(node) = nodes.next() {
            match page.tag(node) {
                Tag::Table => {
                    shape.has_table = true;
                    nodes.skip_to(page.end(node));
                }
                Tag::Caption => {
                    shape.is_labelled = true;
                    shape.has_caption = true;
                    nodes.skip_to(page.end(node));
                }
                Tag::Tr => {
                    shape.n_rows += 1;
                    n_in_row = 0;
                }
                tag @ (Tag::Td | Tag::Th) => {
                    shape.n_cells += 1;
                    n_in_row += 1;
                    n_in_cell = 0;
                    shape.most_cells = shape.most_cells.max(n_in_row);
                    shape.is_labelled |= tag == Tag::Th || page.attr(node, "headers").is_some();
                }
                Tag::Img => shape.has_image = true,
                Tag::Thead | Tag::Tfoot => shape.is_labelled = true,
                Tag::Text => {
                    n_in_cell += page.text(node).trim().chars().count();
                    shape.longest_cell = shape.longest_cell.max(n_in_cell);
                }
                Tag::P
                | Tag::H1
                | Tag::H2
                | Tag::H3
                | Tag::H4
                | Tag::Ul
                | Tag::Ol
                | Tag::Div
                | Tag::Form
                | Tag::Hr
                | Tag::Iframe => {
                    shape.n_blocks += 1;
                }
                _ => {}
            }
        }
        shape
    }
}
