import Commands
import Domain
import Foundation
import HandheldUI
import Platform

/// Reads the files and secrets that a command line names, and asks for those it must not name.
struct InputReader {
    let language: Language

    /// The invocation with everything read: files, secrets, and the form that fills the rest.
    func complete(_ invocation: Invocation) throws(CommandFailure) -> Invocation {
        var invocation = try readFiles(of: invocation)
        let form = Invocation.formFlag
        if invocation.command.flags.contains(where: { $0.name == form }),
            let bytes = invocation.content(form)
        {
            switch invocation.filled(fromForm: bytes) {
            case .filled(let filled): invocation = try readFiles(of: filled)
            case .faulty(let errors): throw CommandFailure(errors)
            }
        }
        if let asked = CourierRequest.secretToAsk(invocation) {
            let source = SecretSource.whenNotNamed(prompt: asked.prompt[language])
            invocation = invocation.with(try secret(asked.flag, source), of: asked.flag)
        }
        return invocation
    }

    private func readFiles(of invocation: Invocation) throws(CommandFailure) -> Invocation {
        var invocation = invocation
        for file in invocation.unreadFiles {
            let content: [UInt8]
            if file.isSecret {
                content = try secret(
                    file.flag, file.path == "-" ? .standardInput : .file(file.path))
            } else {
                content = try self.content(of: file)
            }
            invocation = invocation.with(content, of: file.flag)
        }
        return invocation
    }

    private func secret(
        _ flag: String, _ source: SecretSource
    ) throws(CommandFailure) -> [UInt8] {
        do throws(SecretInput.Failure) {
            return Array(try SecretInput.read(from: source).utf8)
        } catch {
            throw CommandFailure(.secret(flag, error))
        }
    }

    private func content(of file: UnreadFile) throws(CommandFailure) -> [UInt8] {
        if file.path == "-" {
            let limit = Invocation.formBytesMax + 1
            let data = try? FileHandle.standardInput.read(upToCount: limit)
            return data.map(Array.init) ?? []
        }
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(file.path, bytesMax: Invocation.formBytesMax)
        } catch {
            throw CommandFailure(.unreadableFile(file.flag, error))
        }
        guard let bytes else { throw CommandFailure(.noFile(file.flag, file.path)) }
        return bytes
    }
}
