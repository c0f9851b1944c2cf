import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform
import SyncProtocol

/// The photos of this handheld, each named by the SHA-256 of its bytes.
///
/// A photo is durable among the taken ones before the fact that lists it is recorded, and is moved
/// to the others after. So whatever is found among the taken ones, when no command runs, was left
/// by one that died: it is moved if a fact lists it, else erased.
struct PhotoFolder {
    let places: CourierPlaces

    /// With less room than this no photo is taken: the room is for records.
    static let freeBytesMin = 50 << 20

    /// Checks these files and copies them, all durably, each content once.
    func take(_ paths: [String]) throws(CommandFailure) -> [TakenPhoto] {
        guard !paths.isEmpty else { return [] }
        var read: [(photo: TakenPhoto, content: [UInt8])] = []
        for path in paths {
            let next = try Self.read(path)
            if !read.contains(where: { $0.photo.blob == next.photo.blob }) { read.append(next) }
        }
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(places.takenPhotoFolder)
            guard try FreeSpace.bytes(at: places.takenPhotoFolder) >= Self.freeBytesMin else {
                throw POSIXFailure(call: "statvfs", subject: places.photoFolder, code: ENOSPC)
            }
            for (photo, content) in read {
                try DurableFile.write(content, to: taken(photo.blob))
            }
            // The folder itself, where it was made just now.
            try DurableFile.syncFolder(places.photoFolder)
            try DurableFile.syncFolder(places.data)
        } catch {
            for (photo, _) in read { try? DurableFile.erase(taken(photo.blob)) }
            throw CommandFailure(.photoNotKept(error))
        }
        return read.map(\.photo)
    }

    /// Moves taken photos that facts list to the others, and erases the rest of them. A file that
    /// cannot be moved now is moved later.
    func settle(
        _ isListed: (Digest) throws(JournalError) -> Bool
    ) throws(JournalError) {
        for name in Self.names(in: places.takenPhotoFolder) {
            let path = places.takenPhotoFolder + "/" + name
            if let blob = Digest(hex: name), try isListed(blob) {
                try? DurableFile.move(path, to: place(of: blob))
            } else {
                try? DurableFile.erase(path)
            }
        }
    }

    /// The bytes of a photo, right or wrong; nil where there are none.
    func content(of blob: Digest) -> [UInt8]? {
        for path in [place(of: blob), taken(blob)] {
            if let bytes = try? DurableFile.read(path, bytesMax: Limits.blobBytesMax) {
                return bytes
            }
        }
        return nil
    }

    /// Overwrites and removes a photo; false when that failed.
    func erase(_ blob: Digest) -> Bool {
        (try? DurableFile.erase(place(of: blob))) != nil
    }

    /// All files in it.
    func files() -> [String] {
        [places.takenPhotoFolder, places.photoFolder].flatMap { folder in
            Self.names(in: folder).map { folder + "/" + $0 }
        }
        .filter { $0 != places.takenPhotoFolder }
    }

    private func place(of blob: Digest) -> String { places.photoFolder + "/" + blob.hex }

    private func taken(_ blob: Digest) -> String { places.takenPhotoFolder + "/" + blob.hex }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func read(
        _ path: String
    ) throws(CommandFailure) -> (photo: TakenPhoto, content: [UInt8]) {
        let content: [UInt8]?
        do throws(POSIXFailure) {
            content = try DurableFile.read(path, bytesMax: Limits.blobBytesMax)
        } catch {
            throw CommandFailure(
                error.code == EFBIG ? .photoTooLarge(path) : .unreadableFile("photo", error))
        }
        guard let content else { throw CommandFailure(.noPhoto(path)) }
        guard let format = PhotoFormat(content: content) else {
            throw CommandFailure(.noPicture(path))
        }
        let photo = TakenPhoto(
            blob: SHA256.hash(content), byteCount: content.count, format: format)
        return (photo, content)
    }
}

extension CommandError {
    static func noPhoto(_ path: String) -> CommandError {
        CommandError(
            "E-NO-FILE", field: "photo",
            Words(zh: "没有照片文件 \(path)", en: "there is no photo \(path)"),
            hint: Words(zh: "检查路径; 没有保存", en: "check the path; nothing was saved"),
            status: .noInput)
    }

    static func photoTooLarge(_ path: String) -> CommandError {
        let mebibytes = Limits.blobBytesMax >> 20
        return CommandError(
            "E-PHOTO-LARGE", field: "photo",
            Words(
                zh: "照片 \(path) 超过 \(mebibytes) MiB",
                en: "the photo \(path) is larger than \(mebibytes) MiB"),
            hint: Words(
                zh: "缩小到长边 1280 像素再试; 没有保存",
                en: "make it smaller, 1280 pixels on the long side; nothing was saved"),
            status: .badData)
    }

    static func noPicture(_ path: String) -> CommandError {
        CommandError(
            "E-PHOTO-KIND", field: "photo",
            Words(
                zh: "\(path) 不是 JPEG, PNG 或 WebP 图片",
                en: "\(path) is no JPEG, PNG or WebP picture"),
            hint: Words(
                zh: "看内容, 不看文件名; 没有保存",
                en: "the content decides, not the name; nothing was saved"), status: .badData)
    }

    static func photoNotKept(_ failure: POSIXFailure) -> CommandError {
        guard failure.code == ENOSPC || failure.code == EDQUOT else { return system(failure) }
        let mebibytes = PhotoFolder.freeBytesMin >> 20
        return CommandError(
            "E-DISK-FULL", field: "photo",
            Words(
                zh: "本机空间不够存照片 (至少要留 \(mebibytes) MiB)",
                en: "too little room for photos here (\(mebibytes) MiB are kept free)"),
            hint: Words(
                zh: "先运行 courier sync run 或腾出空间; 不带照片仍可保存记录",
                en: "run courier sync run or make room; without photos the record is still taken"),
            status: .inputOutput)
    }
}
