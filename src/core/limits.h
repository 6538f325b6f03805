// Owns every limit of the core, with its unit and its reason. Owns no check: the file that reads a
// value checks it.
#pragma once

#include <cstddef>

namespace agencyhandy {

// Characters of a key or a company id. Servers commonly refuse request headers beyond 8 KiB in all.
inline constexpr std::size_t kMaxCredentialLength = 4096;

// Characters of a workspace text: a URL that a person pastes.
inline constexpr std::size_t kMaxWorkspaceLength = 2048;

// Characters of one DNS label (RFC 1035, 2.3.4), which a workspace name becomes.
inline constexpr std::size_t kMaxLabelLength = 63;

// Characters of a host name: 255 bytes on the wire (RFC 1035, 2.3.4) with two for its ends.
inline constexpr std::size_t kMaxHostLength = 253;

// Characters of a workspace name, least (vendor's sign-up page, read 2026-08-16).
inline constexpr std::size_t kMinWorkspaceName = 3;

// Bytes of a path with its query, after percent-encoding. Common servers accept 8 KiB lines.
inline constexpr std::size_t kMaxTargetLength = 8192;

// Levels of nested arrays and objects in a response.
inline constexpr int kMaxJsonDepth = 512;

// Characters of a text from a server that an error may carry (field name, request id).
inline constexpr std::size_t kMaxServerToken = 128;

}  // namespace agencyhandy
