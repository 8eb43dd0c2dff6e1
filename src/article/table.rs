//! Tables of data; tables that only lay a page out are not tables.

use super::block::{Align, Body, Cell, Row};
use super::build::Builder;
use super::flow::Flow;
use crate::page::{NodeId, Tag};

impl<'a> Builder<'a> {
    /// Reads a table of data. False for a table that is there for its layout.
    pub(super) fn table(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if !self.is_data(node) {
            return false;
        }
        let page = self.page;
        let mut caption = Vec::new();
        let mut rows = Vec::new();
        for child in page.children(node).filter(|child| !self.removed_or_text(*child)).collect::<Vec<_>>() {
            match page.tag(child) {
                Tag::Caption => caption = self.inlines(child),
                Tag::Tr => rows.extend(self.row(child, false)),
                Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                    for row in page.children(child).filter(|row| page.tag(*row) == Tag::Tr) {
                        rows.extend(self.row(row, page.tag(child) == Tag::Thead));
                    }
                }
                _ => {}
            }
        }
        if rows.iter().any(|row| row.cells.iter().any(|cell| !cell.blocks.is_empty())) {
            self.push_block(flow, node, Body::Table { caption, rows });
        }
        true
    }

    fn removed_or_text(&self, node: NodeId) -> bool {
        self.page.is_text(node) || self.is_left_out(node)
    }

    fn row(&mut self, node: NodeId, head: bool) -> Option<Row> {
        if self.is_left_out(node) {
            return None;
        }
        let page = self.page;
        let mut cells = Vec::new();
        for cell in page.children(node).filter(|cell| matches!(page.tag(*cell), Tag::Td | Tag::Th)) {
            let blocks = if self.is_left_out(cell) { Vec::new() } else { self.blocks(cell) };
            cells.push(Cell {
                header: page.tag(cell) == Tag::Th || head,
                columns: self.span(cell, "colspan"),
                rows: self.span(cell, "rowspan"),
                align: self.align(cell),
                blocks,
            });
        }
        let is_head = head || (!cells.is_empty() && cells.iter().all(|cell| cell.header));
        (!cells.is_empty()).then_some(Row { head: is_head, cells })
    }

    /// How many columns or rows a cell spans; the limits are those of the HTML standard.
    fn span(&self, cell: NodeId, name: &str) -> u16 {
        self.page.attr(cell, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1_u16).clamp(1, 1000)
    }

    fn align(&self, cell: NodeId) -> Align {
        let style = self.page.attr(cell, "style").unwrap_or_default();
        let styled = style.split(';').filter_map(|each| each.split_once(':')).find(|(name, _)| name.trim() == "text-align");
        let value = styled.map(|(_, value)| value).or(self.page.attr(cell, "align")).unwrap_or_default();
        match value.trim() {
            "center" => Align::Center,
            "right" | "end" => Align::End,
            _ => Align::Start,
        }
    }

    /// Tells data from layout, by what the table says of itself first, and by its shape then.
    fn is_data(&self, table: NodeId) -> bool {
        let page = self.page;
        if matches!(page.attr(table, "role"), Some("presentation" | "none")) {
            return false;
        }
        if matches!(page.attr(table, "role"), Some("table" | "grid"))
            || page.attr(table, "summary").is_some_and(|it| !it.is_empty())
        {
            return true;
        }
        let (mut n_rows, mut n_cells, mut max_cells, mut blocks) = (0, 0, 0, 0);
        let mut in_row = 0;
        for node in page.descendants(table) {
            match page.tag(node) {
                Tag::Table => return false,
                Tag::Caption | Tag::Thead | Tag::Tfoot | Tag::Th => return true,
                Tag::Tr => {
                    n_rows += 1;
                    in_row = 0;
                }
                Tag::Td => {
                    n_cells += 1;
                    in_row += 1;
                    max_cells = max_cells.max(in_row);
                }
                Tag::P | Tag::H1 | Tag::H2 | Tag::H3 | Tag::Ul | Tag::Ol | Tag::Div | Tag::Form => blocks += 1,
                _ => {}
            }
        }
        n_rows > 1 && max_cells > 1 && blocks <= n_cells
    }
}
