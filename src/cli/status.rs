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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{CheckedSheet, sample};

    /// The status of a run over these inputs: a sheet with a finding of this severity, a sheet
    /// without any, a file that cannot be used.
    fn status(finding: Option<Severity>, clean: bool, broken: bool, fail_on: FailOn) -> Status {
        let mut files = Vec::new();
        if let Some(severity) = finding {
            let mut checked = sample::checked("表題", "目標", 0..2);
            checked.findings[0].severity = severity;
            files.push(sample::file("found.json", Ok(vec![checked])));
        }
        if clean {
            let checked = sample::checked("表題", "目標", 0..2);
            let checked = CheckedSheet { findings: Vec::new(), ..checked };
            files.push(sample::file("clean.json", Ok(vec![checked])));
        }
        if broken {
            files.push(sample::file("broken.json", Err(sample::notice())));
        }
        Status::of(&Report::new(files), fail_on)
    }

    #[test]
    fn findings_count_from_the_severity_that_was_asked_for() {
        use FailOn::{Advice, Error, Never, Warning};
        for (severity, failing) in [
            (Severity::Error, &[Error, Warning, Advice][..]),
            (Severity::Warning, &[Warning, Advice]),
            (Severity::Advice, &[Advice]),
        ] {
            for fail_on in [Error, Warning, Advice, Never] {
                let expected =
                    if failing.contains(&fail_on) { Status::Findings } else { Status::Clean };
                assert_eq!(status(Some(severity), true, false, fail_on), expected);
            }
        }
    }

    #[test]
    fn unusable_goes_before_findings_and_those_before_nothing_checked() {
        let error = Some(Severity::Error);
        assert_eq!(status(error, true, true, FailOn::Error), Status::Unusable);
        assert_eq!(status(None, false, true, FailOn::Error), Status::Unusable);
        assert_eq!(status(None, false, true, FailOn::Never), Status::Unusable);
        assert_eq!(status(error, false, false, FailOn::Error), Status::Findings);
        assert_eq!(status(None, true, false, FailOn::Error), Status::Clean);
        assert_eq!(status(None, false, false, FailOn::Error), Status::NothingChecked);
        assert_eq!(status(None, false, false, FailOn::Never), Status::NothingChecked);
    }
}
