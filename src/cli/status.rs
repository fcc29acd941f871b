//! Exit statuses.

use std::process::ExitCode;

use clap::ValueEnum;

use crate::finding::Severity;
use crate::report::Report;

/// What the program's end tells a script. Where several hold, the order is 2, 1, 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// 0: nothing at or above `--fail-on`.
    Clean,
    /// 1: findings at or above `--fail-on`.
    Findings,
    /// 2: the command, the configuration, a rule file or an input could not be used.
    Unusable,
    /// 3: nothing was checked, since no sheet was found.
    NothingChecked,
}

/// From which severity on findings are a failure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Advice,
    /// None: the exit status never says 1.
    Never,
}

impl Status {
    /// The status of a report.
    pub(super) fn of(report: &Report, fail_on: FailOn) -> Self {
        let fails = |gravest| fail_on.least().is_some_and(|least| gravest >= least);
        if report.errors().next().is_some() {
            Self::Unusable
        } else if report.gravest().is_some_and(fails) {
            Self::Findings
        } else if report.summary().sheets == 0 {
            Self::NothingChecked
        } else {
            Self::Clean
        }
    }
}

impl FailOn {
    const fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Unusable => 2,
            Status::NothingChecked => 3,
        })
    }
}
