import Glibc
import PosixSupport

/// Whose rights a command works with: root steps down to the owner of the file it works on, so that a user who may
/// write a map cannot make root overwrite something else (postmap(1), `-o`).
public struct FileIdentity {
    private let isChanged: Bool

    /// - Parameter owner: the file whose owner's rights to take; `nil` leaves all as it is.
    /// - Throws: `FatalError` when the system refuses.
    public init(owner: FileStatus?, keepsRoot: Bool) throws(FatalError) {
        guard let owner, !keepsRoot, geteuid() == 0, owner.owner != 0 else {
            isChanged = false
            return
        }
        var groups = [owner.group]
        let changed =
            unsafe setgroups(1, &groups) == 0 && setegid(owner.group) == 0 && seteuid(owner.owner) == 0
        guard changed else { throw FatalError("cannot take the rights of user \(owner.owner)") }
        isChanged = true
    }

    /// Takes root's rights back.
    public func restore() {
        guard isChanged else { return }
        seteuid(0)
        setegid(0)
        _ = setgroups(0, nil)
    }
}
