//! What was removed and why: cheap enough to be always on.

use serde::{Deserialize, Serialize, Serializer};

use crate::page::NodeId;

/// The stage that took a decision, in pipeline order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Stage {
    /// Before scoring: what can never be content.
    Prune,
    /// The choice of the content root and of the blocks in it.
    Select,
    /// Inside the content root, after selection.
    Clean,
    /// While the article tree was built.
    Build,
}

/// Why a subtree was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Not rendered, or marked as hidden.
    Hidden,
    /// A control, a form or another thing to operate, not to read.
    Control,
    /// Navigation, a header or a footer of the site.
    Navigation,
    /// Advertising or sponsorship.
    Advertisement,
    /// Links to share or follow.
    Share,
    /// Comments under the article.
    Comments,
    /// Links to other articles.
    Related,
    /// A subscription, cookie or sign-up notice.
    Notice,
    /// Mostly links.
    LinkDensity,
    /// Scored below the threshold.
    LowScore,
    /// Shown elsewhere in the article already (title, byline, date, repeated text).
    Duplicate,
    /// Outside the selected content root.
    Outside,
    /// Too small or too empty to read: spacers, tracking pixels, icons.
    Empty,
}

/// One removed subtree.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Removal {
    /// Root of the removed subtree.
    #[serde(skip)]
    pub node: NodeId,
    /// The stage that removed it.
    pub stage: Stage,
    /// Why.
    pub reason: Reason,
    /// The number behind the reason (a probability, a density), or 0 when there is none. Written down in percent.
    #[serde(serialize_with = "percent")]
    pub score: f32,
}

fn percent<S: Serializer>(score: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i32((score * 100.0).round() as i32)
}

/// The record of one extraction.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Trace {
    /// Every removal, in the order in which it was decided.
    pub removals: Vec<Removal>,
}

impl Trace {
    /// Notes that `node` and all below it was removed.
    pub fn remove(&mut self, node: NodeId, stage: Stage, reason: Reason, score: f32) {
        self.removals.push(Removal { node, stage, reason, score });
    }
}
