/// What a person says of an act that takes photos.
package protocol InputWithPhotos {
    /// Names this act: said again with the same key it is the same, not a second one.
    var idempotencyKey: String? { get }
    /// The files of photos.
    var photos: [String] { get }
}

extension PickupInput: InputWithPhotos {}
extension RefusalInput: InputWithPhotos {}
extension DeliveryInput: InputWithPhotos {}
extension AttemptInput: InputWithPhotos {}
extension ProblemInput: InputWithPhotos {}
