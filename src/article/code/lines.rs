//! Lines of code in the making: from line feeds, breaks and elements that are a line each.

/// Text with exact white space.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// An element ended that is a line; a line feed is due unless one follows by itself.
    due: bool,
    /// Numbers that stand at the start of a line, alone in an element: where in `text`, and which.
    numbers: Vec<(usize, usize, u32)>,
}

impl Lines {
    /// Characters so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds characters as they stand.
    pub(super) fn text(&mut self, text: &str) {
        let text = if self.text.is_empty() && !self.due { text.strip_prefix('\n').unwrap_or(text) } else { text };
        if text.is_empty() {
            return;
        }
        if self.due && !text.starts_with('\n') {
            self.text.push('\n');
        }
        self.due = false;
        // No language takes a no-break space for a space, but highlighters and editors write them.
        self.text.extend(text.chars().filter(|c| *c != '\r').map(|c| if c == '\u{A0}' { ' ' } else { c }));
    }

    /// Adds a line feed.
    pub(super) fn line_break(&mut self) {
        self.due = false;
        self.text.push('\n');
    }

    /// An element that is a line begins.
    pub(super) fn begin_line_element(&mut self) {
        if std::mem::take(&mut self.due) {
            self.text.push('\n');
        }
    }

    /// An element that is a line ends; `start` is where it began.
    pub(super) fn end_line_element(&mut self, start: usize) {
        // A space alone only gives an empty line its height.
        if self.text.get(start..).is_some_and(|line| line.bytes().all(|byte| byte == b' ')) {
            self.text.truncate(start);
        }
        let is_empty = self.text.len() == start;
        self.due |= is_empty || !self.text.ends_with('\n');
    }

    /// Notes a number that stands alone in an element, if it begins a line. It comes as text after this.
    pub(super) fn number(&mut self, number: u32, len: usize) {
        if self.text.is_empty() || self.due || self.text.ends_with('\n') {
            let start = self.text.len() + usize::from(self.due);
            if self.numbers.last().is_none_or(|(last, ..)| *last < start) {
                self.numbers.push((start, start + len, number));
            }
        }
    }

    /// The code: without numbers that count its lines, without an empty line at its ends, without prompts that stand
    /// before every line.
    pub(super) fn finish(self) -> String {
        let text = self.without_numbers();
        let text = text.trim_end();
        let start = text.find(|c: char| c != '\n').unwrap_or(0);
        let text = text.get(start..).unwrap_or_default();
        without_prompts(text)
    }

    fn without_numbers(&self) -> String {
        let n_lines = self.text.trim_end().split('\n').count();
        let counts = self.numbers.windows(2).all(|pair| matches!(pair, [(.., a), (.., b)] if *b == a.wrapping_add(1)));
        // All lines are numbered, but for a few that a long one was broken into.
        if !counts || self.numbers.len() < 2 || self.numbers.len() * 5 < n_lines * 4 {
            return self.text.clone();
        }
        let mut out = String::with_capacity(self.text.len());
        let mut from = 0;
        for &(start, end, _) in &self.numbers {
            out.push_str(self.text.get(from..start).unwrap_or_default());
            from = end;
        }
        out.push_str(self.text.get(from..).unwrap_or_default());
        out
    }
}

/// Text whose every line begins with a shell's prompt, without it.
fn without_prompts(text: &str) -> String {
    let is_prompted = text.lines().all(|line| line.starts_with("$ ") || line.trim().is_empty());
    if !is_prompted {
        return text.to_owned();
    }
    text.lines().map(|line| line.strip_prefix("$ ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}
