//! Propositions: what a clause says is done or happens, to what, with its wording undone.
//!
//! 「計画を策定する」「計画策定を行う」「計画が策定されている」「計画の策定が完了した状態」 are one
//! proposition: 策定, of 計画. Verbs that only say how an act is gone about (図る, 推進する) or that it
//! is over (終わる, 完了する) give way to the act itself where there is one; a clause of several acts
//! (「交流の活性化と体制の充実を図る」) is several propositions.

use super::content::{Sort, Word};
use super::phrase::{Flags, Link, Role};
use super::predicate::Clause;
use super::structure::{Nominal, Structure};
use super::{Grammar, Unit};
use std::ops::Range;

/// One act or change, and what it is done to.
#[derive(Clone, Debug)]
pub struct Proposition {
    /// The act or change; `None` for a bare thing (「標準仕様との差異一覧」).
    pub predicate: Option<Word>,
    /// Whether a word of finishing was undone (終わる, 完了): the act is over.
    pub finished: bool,
    /// The members of what it is done to, each with its words; the last word is the thing itself.
    pub objects: Vec<Vec<Word>>,
    /// The other content words: whose, where, how, and what describes the objects.
    pub rest: Vec<Word>,
    /// Whether it takes its objects from the proposition before it: 「道路の整備と維持管理」.
    pub shares: bool,
    /// Its clause.
    pub clause: usize,
    /// What the function words of the predicate say.
    pub flags: Flags,
    /// The phrases that belong to it.
    pub phrases: Range<usize>,
    /// The tokens of its predicate, or of the thing where there is none.
    pub tokens: Range<usize>,
}

impl Proposition {
    /// All its words but the predicate.
    pub fn arguments(&self) -> impl Iterator<Item = &Word> {
        self.objects.iter().flatten().chain(&self.rest)
    }
}

/// Verbs and nouns that only say how an act is gone about; the act is their object.
const TRANSPARENT: &[&str] = &[
    "行う",
    "行なう",
    "おこなう",
    "する",
    "なす",
    "為す",
    "致す",
    "やる",
    "図る",
    "はかる",
    "努める",
    "つとめる",
    "取り組む",
    "取組む",
    "とりくむ",
    "進める",
    "すすめる",
    "推し進める",
    "進む",
    "推進",
    "促進",
    "実施",
    "実行",
    "遂行",
    "執行",
    "展開",
    "講じる",
    "講ずる",
    "目指す",
    "めざす",
    "なる",
    "ある",
    "できる",
    "至る",
    "重ねる",
    "続ける",
    "継続",
    "徹底",
    "執り行う",
    "期す",
    "期する",
    "心がける",
    "尽力",
    "注ぐ",
    "急ぐ",
    "出す",
    "果たす",
];

/// Those that say it is over, or has come about.
const FINISHING: &[&str] = &[
    "終わる",
    "おわる",
    "終える",
    "完了",
    "終了",
    "完成",
    "済む",
    "済ませる",
    "実現",
    "達成",
    "完結",
    "竣工",
    "出来上がる",
    "できあがる",
    "まとまる",
    "整う",
    "仕上がる",
    "叶える",
    "果たす",
    "片付く",
    "成し遂げる",
    "結実",
    "開始",
    "始まる",
    "始める",
    "始動",
    "スタート",
];

/// Nouns that only say that the act before them in a compound is an act.
const ACT_NOUNS: &[&str] =
    &["工事", "作業", "業務", "手続", "手続き", "事務", "活動", "事業", "処理"];

impl Grammar {
    /// The propositions of a unit's clauses, clause by clause. With `all` also those of clauses that
    /// only name an aim (「…を目指し、」) and of nouns that name a means (「維持補修により、」).
    #[must_use]
    pub fn propositions(&self, unit: &Unit, all: bool) -> Vec<Proposition> {
        let mut found = Vec::new();
        for (number, clause) in unit.clauses.iter().enumerate() {
            if all || !self.is_aim(unit, clause) {
                found.extend(self.clause_propositions(unit, number, clause, all));
            }
        }
        found
    }

    /// Whether a clause only tells what for: 「…するため、」「…を目指し、」.
    #[must_use]
    pub fn is_aim(&self, unit: &Unit, clause: &Clause) -> bool {
        match clause.link {
            Some(Link::Aim) => true,
            Some(_) => clause
                .phrases
                .end
                .checked_sub(1)
                .and_then(|last| unit.phrases.get(last))
                .is_some_and(|last| {
                    let words = self.words(unit, last.content.clone(), false);
                    words.last().is_some_and(|word| matches!(word.key(), "目指" | "狙" | "志"))
                }),
            None => false,
        }
    }

    fn clause_propositions(
        &self,
        unit: &Unit,
        number: usize,
        clause: &Clause,
        means: bool,
    ) -> Vec<Proposition> {
        let structure = Structure { grammar: self, unit, phrases: clause.phrases.clone() };
        let mut reader = Reader {
            grammar: self,
            unit,
            structure,
            clause: number,
            finished: false,
            found: Vec::new(),
        };
        for at in clause.phrases.clone().filter(|_| means) {
            if reader.structure.tells_means(at) && reader.structure.is_act_phrase(at) {
                reader.nominals(at, Flags::default(), 0);
                reader.finished = false;
            }
        }
        // A figure or a date at the end (「…の公表 9月」) is no predicate.
        let mut last = clause.phrases.end.saturating_sub(1);
        while last > clause.phrases.start && reader.structure.is_numeric(last) {
            last -= 1;
        }
        reader.read(last, unit.phrases.get(last).map_or_else(Flags::default, |p| p.flags), 0);
        reader.found
    }
}

/// Reads the propositions of one clause.
struct Reader<'a> {
    grammar: &'a Grammar,
    unit: &'a Unit,
    structure: Structure<'a>,
    clause: usize,
    finished: bool,
    found: Vec<Proposition>,
}

impl Reader<'_> {
    /// Reads what phrase `at` predicates.
    fn read(&mut self, at: usize, flags: Flags, depth: usize) {
        let Some(phrase) = self.unit.phrases.get(at) else { return };
        if !phrase.predicate || flags.has(Flags::COPULA) {
            self.nominals(at, flags, depth);
            return;
        }
        if self.idiom(at, flags) {
            return;
        }
        let words = self.grammar.words(self.unit, phrase.content.clone(), false);
        let form = words.last().map_or_else(
            || self.structure.last_base(phrase.content.clone()),
            |word| word.form.to_string(),
        );
        let transparent = TRANSPARENT.contains(&form.as_str());
        let finishing = FINISHING.contains(&form.as_str());
        if (transparent || finishing) && depth < 5 && words.len() < 2 {
            let act = self.arguments(at).find(|argument| self.structure.is_act_phrase(*argument));
            if let Some(act) = act {
                self.finished |= finishing;
                let mut flags = flags;
                if form == "できる" {
                    flags.set(Flags::POTENTIAL);
                }
                self.read(act, flags, depth + 1);
                return;
            }
        }
        let predicate = match words.last() {
            Some(last) => last.clone(),
            None => Word::of(&form, phrase.content.start, Sort::Verb, self.grammar.lexicons()),
        };
        let inside = words.get(..words.len().saturating_sub(1)).unwrap_or_default().to_vec();
        let objects = if inside.is_empty() {
            self.object_of(at, flags).map(|object| self.members(object)).unwrap_or_default()
        } else {
            vec![inside]
        };
        let phrases = self.structure.phrases.start..at + 1;
        self.push(Some(predicate), objects, phrases, phrase.content.clone(), flags);
    }

    /// Reads an idiom of completion that holds the phrases before its verb: 「産声を上げる」.
    fn idiom(&mut self, at: usize, flags: Flags) -> bool {
        let completion = self.grammar.known().completion;
        let clause = self.unit.clauses.get(self.clause);
        let Some(head) = clause.and_then(|clause| {
            clause
                .heads
                .iter()
                .find(|head| head.phrase == at && head.classes.intersects(completion))
        }) else {
            return false;
        };
        let starts = |p: &usize| {
            self.unit.phrases.get(*p).is_some_and(|p| p.content.start >= head.tokens.start)
        };
        let Some(first) = self.structure.phrases.clone().find(starts).filter(|p| *p < at) else {
            return false;
        };
        let objects = self
            .arguments(at)
            .find(|argument| *argument < first)
            .map(|object| self.members(object))
            .unwrap_or_default();
        let predicate =
            Word::of(&head.word, head.tokens.start, Sort::Verb, self.grammar.lexicons());
        let phrases = self.structure.phrases.start..first;
        self.push(Some(predicate), objects, phrases, head.tokens.clone(), flags);
        true
    }

    /// The words of each member of what phrase `at` ends.
    fn members(&self, at: usize) -> Vec<Vec<Word>> {
        self.structure.members(at).iter().map(|member| self.nominal_words(member)).collect()
    }

    /// The arguments of a verb, the likeliest object first.
    fn arguments(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let roles =
            [Role::Object, Role::Subject, Role::Topic, Role::With, Role::Goal, Role::Nominal];
        roles.into_iter().flat_map(move |role| {
            self.structure.dependents(at, role).collect::<Vec<_>>().into_iter()
        })
    }

    /// What the verb at this phrase is done to, or happens to.
    fn object_of(&self, at: usize, flags: Flags) -> Option<usize> {
        let roles: &[Role] = if flags.has(Flags::PASSIVE) {
            &[Role::Subject, Role::Topic, Role::Object, Role::With]
        } else {
            &[Role::Object, Role::Subject, Role::Topic, Role::With, Role::Goal]
        };
        roles.iter().find_map(|role| {
            self.structure.dependents(at, *role).find(|p| !self.structure.is_numeric(*p))
        })
    }

    /// Reads the nouns that stand side by side in phrase `at` and before it.
    fn nominals(&mut self, at: usize, flags: Flags, depth: usize) {
        let members = self.structure.members(at);
        let mut from = self.structure.phrases.start;
        let first = self.found.len();
        let many = members.len() > 1;
        for member in members {
            let until = member.phrase + 1;
            self.nominal(&member, from..until, flags, depth);
            // Without an object of its own a later act shares that of the one before it.
            if many && let Some((last, before)) = self.found.split_last_mut() {
                let before = before.get(first..).and_then(<[_]>::last);
                // 維持管理 has none either: its 維持 is an act too.
                let own = last.objects.iter().flatten();
                let bare = own.clone().all(|word| self.structure.is_act_token(word.token))
                    && last.rest.is_empty();
                if let Some(before) = before
                    && bare
                    && last.predicate.is_some()
                {
                    last.objects.extend(before.objects.iter().cloned());
                    last.rest.extend(before.rest.iter().cloned());
                    last.shares = true;
                }
            }
            from = until;
        }
    }

    /// Reads one noun with what belongs to it.
    fn nominal(&mut self, nominal: &Nominal, phrases: Range<usize>, flags: Flags, depth: usize) {
        let words = self.nominal_words(nominal);
        let inner = || {
            self.structure
                .modifiers(nominal)
                .into_iter()
                .rev()
                .find(|of| self.structure.is_act_phrase(*of) && phrases.contains(of))
        };
        let Some((head, rest)) = words.split_last() else { return };
        let (mut head, mut rest) = (head, rest);
        // 補修工事: the act is 補修.
        if let Some((act, before)) = rest.split_last()
            && ACT_NOUNS.contains(&&*head.form)
            && self.structure.is_act_token(act.token)
        {
            (head, rest) = (act, before);
        }
        let light = TRANSPARENT.contains(&&*head.form);
        let finishing = FINISHING.contains(&&*head.form);
        if (light || finishing) && depth < 5 {
            // 「解消の推進」, 「移行完了」.
            if rest.last().is_some_and(|act| self.structure.is_act_token(act.token)) {
                self.finished |= finishing;
                let end = rest.last().map_or(nominal.tokens.end, |act| act.token + 1);
                let inner = Nominal { tokens: nominal.tokens.start..end, ..nominal.clone() };
                self.nominal(&inner, phrases, flags, depth + 1);
                return;
            }
            if rest.is_empty()
                && let Some(act) = inner()
            {
                self.finished |= finishing;
                self.nominals(act, flags, depth + 1);
                return;
            }
        }
        if !self.structure.is_act(nominal.tokens.clone()) {
            self.push(None, vec![words], phrases, nominal.tokens.clone(), flags);
            return;
        }
        let tokens = head.token..head.token + 1;
        let mut objects: Vec<Vec<Word>> = Vec::new();
        if rest.iter().any(|word| word.sort != Sort::Adjective) {
            objects.push(rest.to_vec());
        } else {
            let modifiers = self.structure.modifiers(nominal);
            if let Some(of) = modifiers.into_iter().rev().find(|of| phrases.contains(of)) {
                objects = self.members(of);
            }
        }
        let predicate = head.clone();
        self.push(Some(predicate), objects, phrases, tokens, flags);
    }

    fn nominal_words(&self, nominal: &Nominal) -> Vec<Word> {
        self.grammar.words(self.unit, nominal.tokens.clone(), false)
    }

    fn push(
        &mut self,
        predicate: Option<Word>,
        objects: Vec<Vec<Word>>,
        phrases: Range<usize>,
        tokens: Range<usize>,
        flags: Flags,
    ) {
        let mut rest = Vec::new();
        for at in phrases.clone() {
            let Some(phrase) = self.unit.phrases.get(at) else { break };
            if self.structure.tells_aim(at) {
                continue;
            }
            for word in self.grammar.words(self.unit, phrase.content.clone(), false) {
                let known = predicate.iter().chain(objects.iter().flatten());
                let mut known = known.map(|known| known.token);
                let light = TRANSPARENT.contains(&&*word.form) || FINISHING.contains(&&*word.form);
                if !known.any(|token| token == word.token) && !light {
                    rest.push(word);
                }
            }
        }
        self.found.push(Proposition {
            predicate,
            finished: self.finished,
            objects,
            rest,
            shares: false,
            clause: self.clause,
            flags,
            phrases,
            tokens,
        });
    }
}
