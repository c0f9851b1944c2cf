import Foundation

exit(Simulate(Array(CommandLine.arguments.dropFirst())).run())
