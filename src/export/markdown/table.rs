//! Tables as Markdown, or as HTML where Markdown has no sign for what they hold.

use super::inlines::Line;
use super::{Writer, blocks};
use crate::article::block::{Align, Body, Cell, Row};
use crate::article::{Block, Inline};

impl Writer<'_> {
    pub(super) fn table(&self, block: &Block, caption: &[Inline], rows: &[Row]) -> String {
        if !is_simple(rows) {
            return blocks::raw(block);
        }
        let n_columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        // Markdown wants a head: a table without one gets an empty one.
        let (head, body) = match rows.split_first() {
            Some((head, body)) if head.head => (Some(head), body),
            _ => (None, rows),
        };
        let mut lines = Vec::new();
        if !caption.is_empty() {
            lines.push(self.line(caption, Line::Paragraph));
            lines.push(String::new());
        }
        lines.push(self.row(head.map_or(&[], |head| &head.cells), n_columns));
        let aligned = body.first().or(head).map_or(&[] as &[Cell], |row| &row.cells);
        let signs = (0..n_columns).map(|at| match aligned.get(at).map(|cell| cell.align) {
            None | Some(Align::Start) => "---",
            Some(Align::Center) => ":-:",
            Some(Align::End) => "--:",
        });
        lines.push(format!("| {} |", signs.collect::<Vec<_>>().join(" | ")));
        lines.extend(body.iter().map(|row| self.row(&row.cells, n_columns)));
        lines.join("\n")
    }

    fn row(&self, cells: &[Cell], n_columns: usize) -> String {
        let texts = (0..n_columns).map(|at| cells.get(at).map(|cell| self.cell(cell)).unwrap_or_default());
        format!("| {} |", texts.collect::<Vec<_>>().join(" | "))
    }

    fn cell(&self, cell: &Cell) -> String {
        let texts = cell.blocks.iter().map(|block| match &block.body {
            Body::Paragraph { content } | Body::Heading { content, .. } => self.line(content, Line::Cell),
            Body::Math(math) => self.line(&[Inline::Math(math.clone())], Line::Cell),
            Body::Figure { images, caption } => {
                let images = images.iter().map(|image| self.image(image, Line::Cell));
                images.chain([self.line(caption, Line::Cell)]).collect::<Vec<_>>().join(" ")
            }
            _ => String::new(),
        });
        texts.collect::<Vec<_>>().join("<br>")
    }
}

/// True when every cell is one column wide, one row high, and a line of text; and when at most the first row is
/// a head.
fn is_simple(rows: &[Row]) -> bool {
    let is_line =
        |block: &Block| matches!(block.body, Body::Paragraph { .. } | Body::Heading { .. } | Body::Math(_) | Body::Figure { .. });
    rows.iter().skip(1).all(|row| !row.head)
        && rows
            .iter()
            .flat_map(|row| &row.cells)
            .all(|cell| cell.columns == 1 && cell.rows == 1 && cell.blocks.iter().all(is_line))
}
