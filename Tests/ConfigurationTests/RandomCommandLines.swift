extension RandomConfigurations {
    /// The words of a command line, and whether it changes a file.
    mutating func commandLine() -> (words: [String], isEdit: Bool) {
        switch random(20) {
        case 0...8: return (mainWords(), false)
        case 9...13: return (masterWords(), false)
        case 14...16: return (mainEdit(), true)
        case 17...18: return (masterEdit(), true)
        default: return (random.once(in: 6) ? wrongWords() : mainWords(), false)
        }
    }

    private mutating func mainWords() -> [String] {
        var words: [String] = []
        var names: [String] = []
        switch random(8) {
        case 0...2: words.append("-n")
        case 3: words += ["-C", random.pick(["user", "service", "user,service", "service user"])]
        case 4:
            words += [random.pick(["-d", "-n"]), "-C", random.pick(["user", "service", "builtin", "all"])]
        case 5: break
        default: names = (0...random(5)).map { _ in name() }
        }
        let isWhole = names.isEmpty && !words.contains("-n")
        for flag in ["-f", "-x", "-p"] where random.once(in: 3) { words.append(flag) }
        if random.once(in: 5) { words.append(isWhole ? "-H" : random.pick(["-h", "-H"])) }
        if !words.contains("-d") {
            while random.once(in: 5) {
                words += [
                    "-o",
                    random.pick(Self.own + ["myorigin", "relayhost"]) + random.pick(["=", " = "]) + value(),
                ]
            }
        }
        return words + names
    }

    private mutating func pattern(_ parts: Int) -> String {
        var pattern = random.pick(Self.serviceNames + ["*", "zorg"])
        if pattern.hasPrefix("/") { pattern = "foo" }
        if parts > 1 { pattern += "/" + random.pick(["unix", "unix", "unix", "inet", "*", "fifo"]) }
        return pattern
    }

    private mutating func masterWords() -> [String] {
        let mode = random.pick(["-M", "-F", "-P"])
        var words = [mode]
        for flag in ["-f", "-x"] where random.once(in: 3) { words.append(flag) }
        if mode != "-M", random.once(in: 4) { words.append(mode == "-P" ? random.pick(["-h", "-H"]) : "-H") }
        if random.once(in: 6) { words += ["-o", random.pick(Self.own) + "=" + value()] }
        guard random.once(in: 2) else { return words }
        for _ in 0...random(3) {
            let parts = 1 + random(mode == "-M" ? 2 : 3)
            var pattern = pattern(parts)
            if parts == 3 {
                pattern += "/" + (mode == "-F" ? random.pick(["chroot", "command", "type", "*"]) : name())
            }
            words.append(pattern)
        }
        return words
    }

    private mutating func mainEdit() -> [String] {
        // One name at a time where it may be new: Postfix writes new ones in the order of a hash table.
        var names = [name()]
        let change = random.pick(["-e", "", "-#", "-X"])
        if change == "-#" || change == "-X" { while random.once(in: 2) { names.append(name()) } }
        var words = change.isEmpty ? [] : [change]
        if random.once(in: 5) { words.append("-p") }
        var seen: Set<String> = []
        for name in names where seen.insert(name).inserted {
            let isEdit = change.isEmpty || change == "-e"
            words.append(
                isEdit ? name + random.pick(["=", " = ", " ="]) + value() : random.pick(["", " "]) + name)
        }
        return words
    }

    private mutating func masterEdit() -> [String] {
        switch random(5) {
        case 0:
            var seen: Set<String> = []
            let line = String(decoding: service(&seen), as: UTF8.self).split(separator: "\n").filter {
                !$0.hasPrefix("#")
            }
            .joined(separator: " ")
            return ["-M", pattern(2) + "=" + line.filter { $0 != "\r\n" && $0 != "\r" }]
        case 1: return [random.pick(["-MX", "-M#"]), pattern(2)] + (random.once(in: 2) ? [pattern(2)] : [])
        case 2:
            let change = random.pick([
                "chroot=y", "chroot = n", "private=-", "wakeup=60?", "process_limit=5",
                "command=smtpd -oa=b x {c d}",
                "command=pipe flags=x", "service=new", "type=pass",
            ])
            return ["-F", pattern(2) + "/" + change]
        case 3:
            let value = random.pick(["x", "", "a,b", "$a"])
            return ["-P"]
                + (0...random(2)).map { _ in pattern(2) + "/" + random.pick(Self.own) + "=" + value }
        default: return ["-PX", pattern(2) + "/" + name()]
        }
    }

    /// What is refused.
    private mutating func wrongWords() -> [String] {
        let flags = [
            "-a", "-A", "-b", "-d", "-e", "-f", "-F", "-h", "-H", "-l", "-m", "-M", "-n", "-p", "-P", "-t",
            "-x", "-X", "-#",
        ]
        return random.pick([
            [random.pick(flags), random.pick(flags), random.pick(flags)], ["-z"], ["-C", "zorg"],
            ["-o", "x"], ["-o", "=y"],
            ["-e"], ["-X"], ["-M#"], ["-e", "x"], ["-e", "=y"], ["-M", "*x"], ["-F", "a/b/zorg"],
            ["-P", "a/b/c/d"],
            ["-X", "a", "b=c"], ["-e", "#x=y"], ["-X", " "], ["-MX", "smtp"], ["-PX", "smtp/unix"],
            ["-Fe", "smtp/unix/*=x"],
            ["-e", "a=b\nc"], ["-P", "smtp/unix/a=b c"], ["-F", "smtp/unix/chroot=z"],
            ["-M", "smtp/unix=smtp unix"],
        ])
    }
}
