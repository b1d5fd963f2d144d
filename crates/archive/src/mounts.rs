//! Refuses network file systems, where locks and the order of writes cannot be trusted.

use std::path::Path;

use crate::error::Error;

/// File systems that are another machine's. A name that begins with one of the last kind is served by a program, which may
/// be one.
const NETWORK: [&str; 16] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb2",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "lustre",
    "gpfs",
    "beegfs",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
];

/// Refuses a folder on a network file system, as far as the system says what it lies on (Linux).
pub(crate) fn refuse_network(folder: &Path) -> Result<(), Error> {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mountinfo") else { return Ok(()) };
    let Ok(real) = folder.canonicalize() else { return Ok(()) };
    match kind(&mounts, &real) {
        Some(kind) if NETWORK.contains(&kind) => {
            Err(Error::NetworkFileSystem { path: folder.to_owned(), kind: kind.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Kind of the file system that a path lies on: that of the longest mount point above it, the last one where several are
/// mounted over each other.
fn kind<'m>(mounts: &'m str, path: &Path) -> Option<&'m str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        // `36 35 98:0 /root /mount/point rw,noatime shared:1 - ext4 /dev/sda1 rw`
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else { continue };
        let point = unescaped(point);
        if path.starts_with(&point) && best.is_none_or(|(length, _)| point.len() >= length) {
            best = Some((point.len(), kind));
        }
    }
    best.map(|(_, kind)| kind)
}

/// Spaces and the like stand as three octal digits.
fn unescaped(point: &str) -> String {
    ["\\040", "\\011", "\\012", "\\134"]
        .iter()
        .zip([" ", "\t", "\n", "\\"])
        .fold(point.to_owned(), |text, (escape, plain)| text.replace(escape, plain))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::kind;

    const MOUNTS: &str = "\
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
        36 22 0:41 / /data rw - ext4 /dev/sdb1 rw\n\
        37 36 0:42 / /data/news\\040desk rw - nfs4 server:/desk rw,vers=4.2\n\
        38 22 0:43 / /over rw - nfs server:/a rw\n\
        39 22 0:44 / /over rw - tmpfs tmpfs rw\n";

    #[test]
    fn the_longest_and_last_mount_counts() {
        assert_eq!(kind(MOUNTS, Path::new("/data/newsdesk/archive")), Some("ext4"));
        assert_eq!(kind(MOUNTS, Path::new("/data/news desk/archive")), Some("nfs4"));
        assert_eq!(kind(MOUNTS, Path::new("/over/archive")), Some("tmpfs"));
        assert_eq!(kind(MOUNTS, Path::new("/srv")), Some("ext4"));
        assert_eq!(kind("nonsense", Path::new("/srv")), None);
    }
}
