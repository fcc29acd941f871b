//! The instructions that a pattern compiles to.

use std::ops::Range;

use super::LexiconId;
use super::syntax::{Node, PosSet};

/// More instructions than this are refused: the longest sensible rule needs a tenth of them, and
/// they bound what a unit can cost.
const LONGEST: usize = 2_000;

/// Index of an instruction.
pub(super) type Address = u32;

/// Stands for an address not known yet.
const LATER: Address = Address::MAX;

/// An instruction of the automaton.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// Takes one morpheme of this base form and, if given, part of speech.
    Word(Box<str>, Option<PosSet>),
    /// Takes one morpheme of this part of speech.
    Pos(PosSet),
    /// Takes one morpheme.
    Any,
    /// Takes the morphemes that make up this text.
    Surface(Box<str>, Option<PosSet>),
    /// Takes the morphemes of an entry.
    Lexicon(LexiconId),
    /// Goes on at the start of a unit or clause only.
    Start,
    /// Goes on at the end of a unit or clause only.
    End,
    /// Goes on at both, preferring the first.
    Fork(Address, Address),
    /// Goes on there.
    Jump(Address),
    /// The reported part starts here.
    MarkStart,
    /// The reported part ends here.
    MarkEnd,
    /// An alternative is entered.
    Taken(u32),
    /// The pattern has matched.
    Match,
}

/// A pattern as instructions; the first one is where it starts, the last one is the only
/// [`Op::Match`]. Repeated parts take at least one morpheme each time (the parser sees to that),
/// so no cycle is free of a morpheme.
#[derive(Clone, Debug)]
pub(super) struct Program {
    /// The instructions.
    pub(super) ops: Vec<Op>,
    /// Where in the source the alternatives stand that [`Op::Taken`] numbers.
    pub(super) alternatives: Vec<Range<usize>>,
}

impl Program {
    /// Compiles a tree; `None` if it becomes too long.
    pub(super) fn new(root: &Node) -> Option<Self> {
        let mut program = Self { ops: Vec::new(), alternatives: Vec::new() };
        program.emit(root);
        program.ops.push(Op::Match);
        (program.ops.len() <= LONGEST).then_some(program)
    }

    fn emit(&mut self, node: &Node) {
        match node {
            Node::Word(text, pos) => self.ops.push(Op::Word(text.clone(), *pos)),
            Node::Surface(text, pos) => self.ops.push(Op::Surface(text.clone(), *pos)),
            Node::Pos(pos) => self.ops.push(Op::Pos(*pos)),
            Node::Lexicon(lexicon) => self.ops.push(Op::Lexicon(*lexicon)),
            Node::Start => self.ops.push(Op::Start),
            Node::End => self.ops.push(Op::End),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.emit(node)),
            Node::Mark(inner) => {
                self.ops.push(Op::MarkStart);
                self.emit(inner);
                self.ops.push(Op::MarkEnd);
            }
            Node::Gap(longest) => {
                // Before each morpheme of the gap a way out, which is preferred.
                let start = self.here();
                let end = start + 2 * Address::from(*longest);
                for _ in 0..*longest {
                    let any = self.here() + 1;
                    self.ops.extend([Op::Fork(end, any), Op::Any]);
                }
            }
            Node::Optional(inner) => {
                let fork = self.here();
                self.ops.push(Op::Fork(fork + 1, LATER));
                self.emit(inner);
                self.patch(fork);
            }
            Node::Star(inner) => {
                let fork = self.here();
                self.ops.push(Op::Fork(fork + 1, LATER));
                self.emit(inner);
                self.ops.push(Op::Jump(fork));
                self.patch(fork);
            }
            Node::Choice(alternatives) => {
                let mut jumps = Vec::with_capacity(alternatives.len());
                for (i, (span, alternative)) in alternatives.iter().enumerate() {
                    let fork = self.here();
                    let last = i + 1 == alternatives.len();
                    if !last {
                        self.ops.push(Op::Fork(fork + 1, LATER));
                    }
                    self.ops
                        .push(Op::Taken(u32::try_from(self.alternatives.len()).unwrap_or(LATER)));
                    self.alternatives.push(span.clone());
                    self.emit(alternative);
                    if !last {
                        jumps.push(self.here());
                        self.ops.push(Op::Jump(LATER));
                        self.patch(fork);
                    }
                }
                jumps.into_iter().for_each(|jump| self.patch(jump));
            }
        }
    }

    fn here(&self) -> Address {
        // A pattern of more than 2^32 instructions would not fit into a rule file.
        Address::try_from(self.ops.len()).unwrap_or(LATER)
    }

    /// Lets the instruction at `at` go on with what is emitted next.
    fn patch(&mut self, at: Address) {
        let next = self.here();
        if let Op::Fork(_, address) | Op::Jump(address) = &mut self.ops[at as usize] {
            *address = next;
        }
    }
}
