//! The search: all ways through a program at once, one morpheme after the other.

use super::prefilter::{self, Literal};
use super::program::{Address, Op, Program};
use super::{Match, Tokens, Traced};

/// Stands for a mark not set, and for the root of traces.
const NONE: u32 = u32::MAX;

/// A way through the program, up to the morpheme that is looked at.
#[derive(Clone, Copy)]
struct Thread {
    /// The instruction to go on with.
    at: Address,
    /// Where it waits for: it has taken the morphemes up to this index, though they are not all
    /// passed yet. 0 if the instruction at `at` is to test the next morpheme.
    until: u32,
    /// The first morpheme.
    start: u32,
    /// The reported part.
    mark: [u32; 2],
    /// The alternatives taken, as an index into [`Search::trace`].
    trace: u32,
}

/// The state of a search.
///
/// Threads are kept in order of preference: those that start earlier first, and of the same start
/// in the order in which backtracking would try them. Of threads that stand at the same instruction
/// before the same morpheme the first is kept, as whatever lies ahead is the same for all.
struct Search<'a, T: ?Sized> {
    ops: &'a [Op],
    tokens: &'a T,
    /// For each instruction, 1 + the position at which it was last reached.
    seen: Vec<u32>,
    /// Instructions to be followed before the next morpheme; last is next.
    pending: Vec<Thread>,
    ends: Vec<usize>,
    /// Alternatives taken, each with its predecessor: threads share what they have in common.
    trace: Vec<(u32, u32)>,
    best: Option<(Thread, u32)>,
}

/// The leftmost and longest match among the morphemes from `from` on. Alternatives are only
/// recorded with `TRACE`. `first` are the literals with which every match begins, where known.
pub(super) fn search<T: Tokens + ?Sized, const TRACE: bool>(
    program: &Program,
    first: Option<&[Literal]>,
    tokens: &T,
    from: usize,
) -> Option<Traced> {
    // Positions are kept as u32; a unit of four billion morphemes does not fit into memory.
    let length = u32::try_from(tokens.len()).ok()?;
    let from = u32::try_from(from).ok()?;
    let ops = &program.ops[..];
    let mut search = Search {
        ops,
        tokens,
        seen: vec![0; ops.len()],
        pending: Vec::new(),
        ends: Vec::new(),
        trace: Vec::new(),
        best: None,
    };
    let (mut threads, mut next) = (Vec::with_capacity(ops.len()), Vec::with_capacity(ops.len()));
    for position in from..=length {
        match search.best {
            // Whatever starts here would start after the match that there is.
            Some(_) if threads.is_empty() => break,
            Some(_) => {}
            None if prefilter::may_begin(first, tokens, position as usize) => {
                let new = Thread { at: 0, until: 0, start: position, mark: [NONE; 2], trace: NONE };
                search.follow::<TRACE>(new, position, &mut threads);
            }
            None => {}
        }
        if position == length {
            break;
        }
        for mut thread in threads.drain(..) {
            if search.best.is_some_and(|(best, _)| thread.start > best.start) {
                continue;
            }
            if thread.until > position + 1 {
                next.push(thread);
                continue;
            }
            if thread.until == 0 {
                if !search.takes(thread.at, position as usize) {
                    continue;
                }
                thread.at += 1;
            }
            thread.until = 0;
            search.follow::<TRACE>(thread, position + 1, &mut next);
        }
        std::mem::swap(&mut threads, &mut next);
    }
    search.result()
}

impl<T: Tokens + ?Sized> Search<'_, T> {
    /// Whether the instruction takes the morpheme.
    fn takes(&self, at: Address, index: usize) -> bool {
        match &self.ops[at as usize] {
            Op::Word(text, pos) => {
                self.tokens.base(index) == &**text
                    && pos.is_none_or(|pos| pos.contains(self.tokens.pos(index)))
            }
            Op::Pos(pos) => pos.contains(self.tokens.pos(index)),
            Op::Any => true,
            // The others take no morpheme or wait, and never stand in a list to be tested.
            _ => false,
        }
    }

    /// Follows a thread through all that takes no morpheme, and appends to `threads` what is then
    /// before the morpheme at `position`. With a stack of its own: patterns may be long.
    fn follow<const TRACE: bool>(
        &mut self,
        thread: Thread,
        position: u32,
        threads: &mut Vec<Thread>,
    ) {
        self.pending.push(thread);
        while let Some(mut thread) = self.pending.pop() {
            let seen = &mut self.seen[thread.at as usize];
            if *seen == position + 1 {
                continue;
            }
            *seen = position + 1;
            match &self.ops[thread.at as usize] {
                Op::Word(..) | Op::Pos(_) | Op::Any => {
                    threads.push(thread);
                    continue;
                }
                Op::Surface(text, pos) => {
                    let end = text_end(self.tokens, text, position as usize);
                    if let Some(end) = end
                        && pos.is_none_or(|pos| pos.contains(self.tokens.pos(end - 1)))
                    {
                        threads.extend(waiting(thread, end));
                    }
                    continue;
                }
                Op::Lexicon(lexicon) => {
                    let (index, length) = (position as usize, self.tokens.len());
                    self.ends.clear();
                    if index < length {
                        self.tokens.lexicon_ends(*lexicon, index, &mut self.ends);
                    }
                    self.ends.retain(|end| (index + 1..=length).contains(end));
                    self.ends.sort_unstable_by(|left, right| right.cmp(left));
                    self.ends.dedup();
                    threads.extend(self.ends.iter().filter_map(|&end| waiting(thread, end)));
                    continue;
                }
                Op::Match => {
                    // Nothing worse than `best` is followed, and positions only grow.
                    self.best = Some((thread, position));
                    continue;
                }
                Op::Start if !self.is_start(position as usize) => continue,
                Op::End if !self.is_end(position as usize) => continue,
                Op::Start | Op::End => {}
                Op::Jump(address) => {
                    thread.at = *address;
                    self.pending.push(thread);
                    continue;
                }
                Op::Fork(first, second) => {
                    self.pending.push(Thread { at: *second, ..thread });
                    self.pending.push(Thread { at: *first, ..thread });
                    continue;
                }
                Op::MarkStart => thread.mark[0] = position,
                Op::MarkEnd => thread.mark[1] = position,
                Op::Taken(alternative) => {
                    if TRACE {
                        self.trace.push((thread.trace, *alternative));
                        thread.trace = u32::try_from(self.trace.len() - 1).unwrap_or(NONE);
                    }
                }
            }
            thread.at += 1;
            self.pending.push(thread);
        }
    }

    fn is_start(&self, position: usize) -> bool {
        position == 0 || (position < self.tokens.len() && self.tokens.clause_start(position))
    }

    fn is_end(&self, position: usize) -> bool {
        position == self.tokens.len() || (position > 0 && self.tokens.clause_end(position - 1))
    }

    fn result(&self) -> Option<Traced> {
        let (best, end) = self.best?;
        let whole = best.start as usize..end as usize;
        let marked = match best.mark {
            [start, end] if end != NONE => start as usize..end as usize,
            _ => whole.clone(),
        };
        let mut alternatives = Vec::new();
        let mut at = best.trace;
        while let Some(&(before, alternative)) = self.trace.get(at as usize) {
            alternatives.push(alternative as usize);
            at = before;
        }
        alternatives.sort_unstable();
        alternatives.dedup();
        Some(Traced { found: Match { whole, marked }, alternatives })
    }
}

/// The thread, waiting for `end` before it goes on with the next instruction.
fn waiting(thread: Thread, end: usize) -> Option<Thread> {
    let until = u32::try_from(end).ok()?;
    Some(Thread { at: thread.at + 1, until, ..thread })
}

/// The end of the morphemes from `index` on that make up exactly this text.
fn text_end<T: Tokens + ?Sized>(tokens: &T, text: &str, index: usize) -> Option<usize> {
    let (mut rest, mut end) = (text, index);
    while !rest.is_empty() && end < tokens.len() {
        let surface = tokens.surface(end);
        // An empty morpheme would make no headway.
        rest = rest.strip_prefix(surface).filter(|_| !surface.is_empty())?;
        end += 1;
    }
    rest.is_empty().then_some(end)
}
