//! Posts of a thread, and comments: who wrote each, when, and what.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use crate::extract::posts::{Post, saying};
use crate::page::{NodeId, Page};
use crate::sort;

/// Where posts are in a page.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// For each node one more than the position of the innermost post around it.
    innermost: Vec<u32>,
    /// What holds the text of posts, in document order.
    bodies: Vec<NodeId>,
}

impl Places {
    /// Nothing is noted of a page without posts.
    pub(super) fn of(page: &Page, posts: &[Post]) -> Places {
        if posts.is_empty() {
            return Places::default();
        }
        let mut innermost = vec![0; page.len()];
        let mut starts = posts.iter().zip(1..).peekable();
        for node in page.nodes() {
            let own = starts.next_if(|(post, _)| post.node == node).map(|(_, at)| at);
            let above = page.parent(node).and_then(|parent| innermost.get(parent.index())).copied().unwrap_or_default();
            if let Some(slot) = innermost.get_mut(node.index()) {
                *slot = own.unwrap_or(above);
            }
        }
        let mut bodies: Vec<NodeId> = posts.iter().flat_map(|post| post.bodies.iter().copied()).collect();
        sort::by_key(&mut bodies, |body| *body);
        Places { innermost, bodies }
    }
}

impl<'a> Builder<'a> {
    /// Reads `node` when it is a post, with the posts in it that answer it, and says whether it was one.
    pub(super) fn posts_at(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        let all = self.posts;
        let from = all.partition_point(|post| post.node < node);
        let end = self.page.end(node);
        let here = all.get(from..).unwrap_or_default();
        if here.first().is_none_or(|post| post.node != node) {
            return false;
        }
        let here = here.get(..here.partition_point(|post| post.node < end)).unwrap_or_default();
        // What is read of each is its own.
        here.iter().for_each(|post| self.take(post.node));
        for post in here {
            let blocks = if post.bodies.is_empty() {
                [post.author, post.time].into_iter().flatten().for_each(|sign| self.take(sign));
                self.blocks(post.node)
            } else {
                let kept: Vec<NodeId> = post.bodies.iter().copied().filter(|body| !self.is_left_out(*body)).collect();
                kept.into_iter().flat_map(|body| self.blocks(body)).collect()
            };
            self.push_post(flow, post, blocks);
        }
        true
    }

    /// Reads `node` as a post when it is a post's text and the walk is inside that post already.
    pub(super) fn post_body_at(&mut self, flow: &mut Flow<'a>, node: NodeId) -> bool {
        if self.places.bodies.binary_search(&node).is_err() {
            return false;
        }
        let Some(post) = self.post_around(node) else { return false };
        let blocks = self.blocks(node);
        self.push_post(flow, post, blocks);
        true
    }

    /// True for an element with posts or the text of one in it: a list or table of posts is neither.
    pub(super) fn holds_posts(&self, node: NodeId) -> bool {
        let end = self.page.end(node);
        let post = self.posts.get(self.posts.partition_point(|post| post.node <= node));
        let body = self.places.bodies.get(self.places.bodies.partition_point(|body| *body <= node));
        post.is_some_and(|post| post.node < end) || body.is_some_and(|body| *body < end)
    }

    /// The innermost post that `node` is in.
    fn post_around(&self, node: NodeId) -> Option<&'a Post> {
        let at = self.places.innermost.get(node.index()).copied().unwrap_or_default();
        self.posts.get((at as usize).checked_sub(1)?)
    }

    /// The post of whose text `root` is a part, or all.
    pub(super) fn post_of(&self, root: NodeId) -> Option<&'a Post> {
        let is_text = |post: &&Post| match post.bodies.as_slice() {
            [] => post.node != root && !self.holds_posts(root),
            bodies => bodies.iter().any(|&body| self.page.is_inside(root, body)),
        };
        self.post_around(root).filter(is_text)
    }

    /// Adds a post after the running paragraph; to the one before when that is its beginning.
    pub(super) fn push_post(&mut self, flow: &mut Flow<'a>, post: &Post, mut blocks: Vec<Block>) {
        if blocks.is_empty() {
            return;
        }
        let element = self.page.element_index(post.node);
        match flow.last_mut() {
            Some(Block { element: last, body: Body::Post { blocks: before, .. }, .. }) if *last == element => {
                before.append(&mut blocks);
            }
            _ => {
                let author = post.author.map(|node| saying::author(self.page, node)).unwrap_or_default();
                let time = post.time.map(|node| saying::time(self.page, node)).unwrap_or_default();
                self.push_block(flow, post.node, Body::Post { author, time, depth: post.depth, blocks });
            }
        }
    }
}
