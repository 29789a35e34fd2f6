//! The published calendar in a file beside the database, for reading it when the database is away.
//! Lines of JSON: what it is of, the groups, the topics, the meetings; then the SHA-256 of all that.
//! Nothing stands in it that readers could not see.

use super::document::PublishedForm;
use super::follow::LogPlace;
use super::publications::{Publication, PublishedRevision};
use super::stamp::NameStamps;
use crate::domain::{Group, Topic};
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Error, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The form of the file. One that has another is not read.
const FORMAT: u32 = 2;

/// Which file the calendar of which database is kept in.
#[derive(Debug, Clone)]
pub struct KeptFile {
    path: PathBuf,
    /// The database as it is shown: a file that was laid here for another one is not read.
    database: String,
}

/// A published calendar to be kept.
pub struct Keepsake<'a> {
    /// The newest change of the log that is in it.
    pub seq: i64,
    /// When that was made, UTC.
    pub modified: DateTime<Utc>,
    /// The newest change of each group and of each topic.
    pub names: &'a NameStamps,
    pub groups: Vec<&'a Group>,
    pub topics: Vec<&'a Topic>,
    pub meetings: Vec<&'a PublishedRevision>,
}

/// A published calendar that was kept.
#[derive(Debug)]
pub struct Kept {
    /// When it was known last to be all that was published, UTC.
    pub until: DateTime<Utc>,
    /// All of it, as the change log would give it from its beginning.
    pub publication: Publication,
}

#[derive(Serialize, Deserialize)]
struct HeadForm {
    format: u32,
    database: String,
    seq: i64,
    modified: DateTime<Utc>,
    groups: usize,
    topics: usize,
    meetings: usize,
    /// Files of earlier versions have none.
    #[serde(default)]
    names: NameStamps,
}

impl KeptFile {
    /// The file at a path, for a database as it is shown.
    pub fn new(path: PathBuf, database: String) -> Self {
        Self { path, database }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes it whole beside the former one and then in its place, for its owner alone. Blocks.
    pub fn write(&self, keepsake: &Keepsake<'_>) -> Result<(), Error> {
        let mut beside = self.path.clone().into_os_string();
        beside.push(".new");
        let beside = PathBuf::from(beside);
        let file = create(&beside)?;
        let written = self.write_to(file, keepsake);
        let moved = written.and_then(|()| std::fs::rename(&beside, &self.path));
        if moved.is_err() {
            // A disk that is full needs its room for the database.
            let _ = std::fs::remove_file(&beside);
        }
        moved
    }

    fn write_to(&self, file: File, keepsake: &Keepsake<'_>) -> Result<(), Error> {
        let mut lines = Lines {
            file: BufWriter::new(file),
            sum: Sha256::new(),
        };
        lines.write(&HeadForm {
            format: FORMAT,
            database: self.database.clone(),
            seq: keepsake.seq,
            modified: keepsake.modified,
            groups: keepsake.groups.len(),
            topics: keepsake.topics.len(),
            meetings: keepsake.meetings.len(),
            names: keepsake.names.clone(),
        })?;
        for group in &keepsake.groups {
            lines.write(group)?;
        }
        for topic in &keepsake.topics {
            lines.write(topic)?;
        }
        for meeting in &keepsake.meetings {
            lines.write(&PublishedForm::of(meeting))?;
        }
        lines.end()
    }

    /// Notes that what stands in it is still all that is published. Blocks.
    pub fn confirm(&self) -> Result<(), Error> {
        let file = OpenOptions::new().append(true).open(&self.path)?;
        file.set_modified(std::time::SystemTime::now())
    }

    /// Reads it; `None` if there is none. Fails if it is damaged, of another form or of another
    /// database. Blocks.
    pub fn read(&self) -> Result<Option<Kept>, Error> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let until = file.metadata()?.modified()?.into();
        check(&file, &self.path)?;
        // Checked whole before anything of it is believed, so read twice instead of held twice.
        let mut lines = BufReader::new(File::open(&self.path)?).lines();
        let head: HeadForm = next(&mut lines)?;
        if head.format != FORMAT {
            return Err(damaged(format!("its form is {}", head.format)));
        }
        if head.database != self.database {
            return Err(damaged(format!("it is of {}", head.database)));
        }
        let groups = (0..head.groups).map(|_| next(&mut lines)).collect();
        let groups: Result<Vec<Group>, Error> = groups;
        let groups = groups?;
        let topics: Result<Vec<Topic>, Error> =
            (0..head.topics).map(|_| next(&mut lines)).collect();
        let topics = topics?;
        let meeting = |_| next::<PublishedForm>(&mut lines)?.read().map_err(damaged);
        let meetings: Result<Vec<PublishedRevision>, Error> =
            (0..head.meetings).map(meeting).collect();
        let publication = Publication {
            // Nobody follows the log from here, so what stands there need not be known.
            end: LogPlace {
                seq: head.seq,
                mark: String::new(),
            },
            modified: Some(head.modified),
            groups: Some(groups),
            topics: Some(topics),
            names: head.names,
            // Who took something off in the days before is not kept: what is gone stays gone.
            withdrawn: Vec::new(),
            meetings: meetings?,
            left_out: Vec::new(),
        };
        Ok(Some(Kept { until, publication }))
    }
}

/// A file that is being written, and the sum of what was written.
struct Lines {
    file: BufWriter<File>,
    sum: Sha256,
}

impl Lines {
    fn write(&mut self, form: &impl Serialize) -> Result<(), Error> {
        let mut line = serde_json::to_vec(form)?;
        line.push(b'\n');
        self.sum.update(&line);
        self.file.write_all(&line)
    }

    /// Only what is on the disk may take the place of what was.
    fn end(mut self) -> Result<(), Error> {
        writeln!(self.file, "{}", sum_line(self.sum))?;
        self.file.flush()?;
        self.file.get_ref().sync_all()
    }
}

fn sum_line(sum: Sha256) -> String {
    let bytes = sum.finalize();
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256 {digits}")
}

fn create(path: &Path) -> Result<File, Error> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)?;
    }
    // One that is left over may be somebody else's to read.
    let _ = std::fs::remove_file(path);
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

/// Fails unless the last line is the sum of those before.
fn check(file: &File, path: &Path) -> Result<(), Error> {
    let mut lines = BufReader::new(file);
    let mut sum = Sha256::new();
    let (mut line, mut next) = (Vec::new(), Vec::new());
    lines.read_until(b'\n', &mut line)?;
    loop {
        next.clear();
        if lines.read_until(b'\n', &mut next)? == 0 {
            break;
        }
        sum.update(&line);
        std::mem::swap(&mut line, &mut next);
    }
    match line.trim_ascii_end() == sum_line(sum).as_bytes() {
        true => Ok(()),
        false => Err(damaged(format!("{} is not whole", path.display()))),
    }
}

fn next<T: DeserializeOwned>(
    lines: &mut impl Iterator<Item = Result<String, Error>>,
) -> Result<T, Error> {
    let line = lines.next().ok_or_else(|| damaged("a line is missing"))??;
    Ok(serde_json::from_str(&line)?)
}

fn damaged(why: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidData, why.into())
}
