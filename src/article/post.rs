//! Posts of a thread, and comments: who wrote each, when, and what.

use super::Block;
use super::block::Body;
use super::build::Builder;
use super::flow::Flow;
use crate::extract::posts::{Post, saying};
use crate::page::NodeId;

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

    /// True for an element with posts in it: a list or table of posts is neither.
    pub(super) fn holds_posts(&self, node: NodeId) -> bool {
        let from = self.posts.partition_point(|post| post.node <= node);
        self.posts.get(from).is_some_and(|post| post.node < self.page.end(node))
    }

    /// The post whose text, or a part of it, `root` is.
    pub(super) fn post_around(&self, root: NodeId) -> Option<&'a Post> {
        let holds = |post: &&Post| post.node < root && self.page.is_inside(root, post.node);
        self.posts.iter().take_while(|post| post.node < root).filter(holds).last()
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
