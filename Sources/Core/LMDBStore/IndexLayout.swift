/// Where things are in an LMDB 0.9 data file on a 64-bit little-endian machine (lmdb.h, and
/// `docs/formats/index.md`, which draws the pages byte by byte).
enum IndexLayout {
    // Meta pages, the first two of the file.
    static let magicOffset = 16
    static let versionOffset = 20
    static let mapSizeOffset = 32
    static let freeDatabaseOffset = 40
    static let mainDatabaseOffset = 88
    static let lastPageOffset = 136
    static let transactionOffset = 144
    static let metaEnd = 152
    static let magic: UInt32 = 0xBEEF_C0DE
    static let version: UInt32 = 1

    // A database record inside a meta page.
    static let databasePageSize = 0
    static let databaseFlags = 4
    static let databaseDepth = 6
    static let databaseBranchPages = 8
    static let databaseLeafPages = 16
    static let databaseOverflowPages = 24
    static let databaseEntries = 32
    static let databaseRoot = 40
    /// What the database of free pages has as its flags: its keys are numbers, and the environment is a single file.
    static let freeDatabaseFlagsValue: UInt16 = 0x4008

    // A page.
    static let pageHeaderSize = 16
    static let pageFlagsOffset = 10
    static let pageLowerOffset = 12
    static let overflowCountOffset = 12
    static let branchFlag: UInt16 = 0x01
    static let leafFlag: UInt16 = 0x02
    static let overflowFlag: UInt16 = 0x04
    static let metaFlag: UInt16 = 0x08
    /// What may be set besides the kind of a page in a file at rest: the "dirty" mark of a page that was in use.
    static let kindMask: UInt16 = 0x6F

    // A node on a page.
    static let nodeHeaderSize = 8
    static let nodeFlagsOffset = 4
    static let nodeKeySizeOffset = 6
    static let bigDataFlag: UInt16 = 0x01
    static let knownNodeFlags: UInt16 = 0x01

    /// LMDB never makes a deeper tree (`CURSOR_STACK`).
    static let maximumDepth = 32
    /// The page number that stands for "no page".
    static let noPage = UInt64.max
    /// The longest key that LMDB takes, in bytes.
    static let maximumKeySize = 511
}
