import Foundation
import Platform

ProcessHygiene.begin()
let words = Array(CommandLine.arguments.dropFirst())
do {
    switch (words.first, words.count) {
    case ("serve", 2): try BenchServer.serve(folder: words[1])
    case (nil, 0): try BenchRun.run(parent: FileManager.default.currentDirectoryPath)
    case ("--data", 2): try BenchRun.run(parent: words[1])
    case ("--data", 4) where words[2] == "--large" && (Int(words[3]) ?? 0) > BenchRun.factCount:
        try BenchRun.run(parent: words[1], largeCount: Int(words[3]) ?? BenchRun.largeCount)
    case ("push", 3):
        try BenchRun.pushAlone(parent: words[1], count: Int(words[2]) ?? BenchRun.factCount)
    case ("push", 4) where words[3] == "--loopback":
        try BenchRun.pushOverLoopback(
            parent: words[1], count: Int(words[2]) ?? BenchRun.factCount)
    case ("day", 2): try BenchDay.run(parent: words[1])
    default:
        print("bench day DIR        the close of a day over 200 handhelds and 100,000 facts")
        print("bench [--data DIR]   measures in a new folder below DIR, which lies on a real disk")
        print("bench --data DIR --large N  the same, with N facts at the large station")
        print("bench push DIR COUNT the push alone, of facts recorded in few transactions")
        print("bench push DIR COUNT --loopback  the same to a server in a process of its own")
        exit(64)
    }
} catch {
    FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
    exit(1)
}
