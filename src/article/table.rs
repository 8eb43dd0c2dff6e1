//! Tables of data; tables that only lay a page out are not tables.

mod kind;

pub(crate) use kind::is_data;

use super::block::{Align, Body, Cell, Row};
use super::build::Builder;
use super::flow::Flow;
use super::inline::Inline;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a table of data. False for a table that is there for its layout.
    pub(super) fn table(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if !kind::is_data(self.page, node) {
            return false;
        }
        let mut table = Parts::default();
        let outer = std::mem::replace(&mut self.in_table, true);
        self.parts(node, &mut table);
        self.in_table = outer;
        let Parts { caption, mut rows, foot } = table;
        rows.extend(foot);
        rows.retain(|row| row.cells.iter().any(|cell| !cell.blocks.is_empty()));
        // Only the rows at the top are a head.
        let n_head = rows.iter().take_while(|row| row.head).count();
        rows.iter_mut().skip(n_head).for_each(|row| row.head = false);
        without_empty_columns(&mut rows);
        if !rows.is_empty() {
            self.push_block(flow, node, Body::Table { caption, rows });
        }
        true
    }

    /// Reads what stands directly in a table or in a group of its rows.
    fn parts(&mut self, node: NodeId, table: &mut Parts) {
        let page = self.page;
        for child in page.children(node) {
            if page.is_text(child) || self.is_left_out(child) {
                continue;
            }
            match (page.tag(child), page.attr(child, "role")) {
                (Tag::Caption, _) => table.caption = self.inlines(child),
                (Tag::Tr, _) | (_, Some("row")) => table.rows.extend(self.row(child, false)),
                (Tag::Thead, _) => {
                    let rows = page.children(child).filter(|row| page.tag(*row) == Tag::Tr);
                    table.rows.extend(rows.filter_map(|row| self.row(row, true)));
                }
                (Tag::Tfoot, _) => {
                    // A foot may stand before the body and is shown behind it.
                    let rows = page.children(child).filter(|row| page.tag(*row) == Tag::Tr);
                    table.foot.extend(rows.filter_map(|row| self.row(row, false)));
                }
                (Tag::Tbody, _) | (_, Some("rowgroup")) if node != child => {
                    let rows =
                        page.children(child).filter(|row| page.tag(*row) == Tag::Tr || page.attr(*row, "role") == Some("row"));
                    table.rows.extend(rows.filter_map(|row| self.row(row, false)));
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, node: NodeId, head: bool) -> Option<Row> {
        if self.is_left_out(node) {
            return None;
        }
        let page = self.page;
        let mut cells = Vec::new();
        for cell in page.children(node).filter(|cell| !page.is_text(*cell)) {
            let (tag, role) = (page.tag(cell), page.attr(cell, "role"));
            let is_header = tag == Tag::Th || matches!(role, Some("columnheader" | "rowheader"));
            if !is_header && tag != Tag::Td && !matches!(role, Some("cell" | "gridcell")) {
                continue;
            }
            cells.push(Cell {
                header: is_header || head,
                columns: self.span(cell, "colspan"),
                rows: self.span(cell, "rowspan"),
                align: self.align(cell),
                blocks: if self.is_left_out(cell) { Vec::new() } else { self.blocks(cell) },
            });
        }
        let head = head || cells.iter().all(|cell| cell.header);
        (!cells.is_empty()).then_some(Row { head, cells })
    }

    /// How many columns or rows a cell spans; the limit is that of the HTML standard.
    fn span(&self, cell: NodeId, name: &str) -> u16 {
        self.page.attr(cell, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1_u16).clamp(1, 1000)
    }

    fn align(&self, cell: NodeId) -> Align {
        let page = self.page;
        let style = page.attr(cell, "style").unwrap_or_default();
        let styled = style.split(';').filter_map(|each| each.split_once(':')).find(|(name, _)| name.trim() == "text-align");
        let value = styled.map(|(_, value)| value).or(page.attr(cell, "align")).unwrap_or_default();
        let is_end = |class: &str| matches!(class, "text-right" | "text-end" | "numeric" | "num");
        match value.trim() {
            "center" => Align::Center,
            "right" | "end" => Align::End,
            "" if page.classes(cell).any(is_end) => Align::End,
            _ => Align::Start,
        }
    }
}

/// What a table is made of.
#[derive(Default)]
struct Parts {
    caption: Vec<Inline>,
    rows: Vec<Row>,
    foot: Vec<Row>,
}

/// Leaves out columns in which no cell holds anything, where the rows are plain enough to tell columns.
fn without_empty_columns(rows: &mut [Row]) {
    let n_columns = rows.first().map_or(0, |row| row.cells.len());
    let is_plain = |row: &Row| row.cells.len() == n_columns && row.cells.iter().all(|cell| cell.columns == 1 && cell.rows == 1);
    if !rows.iter().all(is_plain) {
        return;
    }
    for at in (0..n_columns).rev() {
        if rows.iter().all(|row| row.cells.get(at).is_some_and(|cell| cell.blocks.is_empty())) {
            rows.iter_mut().for_each(|row| {
                row.cells.remove(at);
            });
        }
    }
}
