#include "core/workspace.h"

#include <cstddef>

#include "core/key_hints.h"
#include "core/limits.h"
#include "core/text.h"
#include "core/url.h"

namespace agencyhandy {
namespace {

constexpr std::string_view kVendorSuffix = ".agencyhandy.com";
constexpr std::string_view kVendorDomain = kVendorSuffix.substr(1);
constexpr std::string_view kSettingsPath = "/workspace-config?tab=api-key";

// Sub-domains of the vendor that are no workspace (vendor's documents, read 2026-08-16).
struct Reserved {
  std::string_view name;
  Text refusal;
};
constexpr Reserved kReserved[] = {
    {"www", Text::kWorkspaceWww},
    {"app", Text::kWorkspaceApp},
    {"api", Text::kWorkspaceApi},
};

Failure Refuse(Text text) { return InvalidInput("workspace", text); }

struct Address {
  bool is_http = false;
  std::string_view authority;
};

// Cuts `text` down to its authority. A colon without "//" behind it begins a port ("host:80") or
// belongs to another scheme ("mailto:someone").
Result<Address> SplitAddress(std::string_view text) {
  Address address;
  std::string_view rest = text;
  if (StartsWithIgnoringCase(rest, "https://")) {
    rest.remove_prefix(8);
  } else if (StartsWithIgnoringCase(rest, "http://")) {
    address.is_http = true;
    rest.remove_prefix(7);
  } else if (StartsWith(rest, "//")) {
    rest.remove_prefix(2);
  }
  address.authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::size_t colon = address.authority.find(':');
  const bool is_port = colon != std::string_view::npos && colon + 1 < address.authority.size() &&
                       IsDigit(address.authority[colon + 1]);
  if (colon != std::string_view::npos && !is_port && address.authority.front() != '[' &&
      address.authority.find('@') == std::string_view::npos) {
    return Refuse(Text::kWorkspaceScheme);
  }
  return address;
}

Result<std::string> LinkTo(std::string_view scheme, std::string_view host,
                           std::string_view domain = {}) {
  std::string url(scheme);
  url += host;
  url += domain;
  url += kSettingsPath;
  return url;
}

Result<std::string> LinkToName(std::string_view name) {
  for (const Reserved& reserved : kReserved) {
    if (name == reserved.name) return Refuse(reserved.refusal);
  }
  for (const char c : name) {
    if (!IsLower(c) && !IsDigit(c) && c != '-') {
      return Refuse(Text::kWorkspaceNameCharacters);
    }
  }
  if (name.size() < kMinWorkspaceName) {
    return Refuse(Text::kWorkspaceNameShort);
  }
  if (name.size() > kMaxLabelLength) {
    return Refuse(Text::kWorkspaceNameTooLong);
  }
  if (name.front() == '-' || name.back() == '-') {
    return Refuse(Text::kWorkspaceNameHyphen);
  }
  return LinkTo("https://", name, kVendorSuffix);
}

// `host` has a dot.
Result<std::string> LinkToHost(std::string_view host) {
  if (host == kVendorDomain) {
    return Refuse(Text::kWorkspaceApex);
  }
  const std::string_view first = host.substr(0, host.find('.'));
  const std::string_view rest = host.substr(first.size() + 1);
  if (rest == kVendorDomain) return LinkToName(first);
  if (!IsDomainName(host)) return Refuse(Text::kWorkspaceHost);
  if (EndsWith(rest, kVendorSuffix)) {
    return Refuse(Text::kWorkspaceHostName);
  }
  if (first == "www") return Refuse(Text::kWorkspaceWwwDomain);
  if (rest.find('.') == std::string_view::npos) {
    return Refuse(Text::kWorkspaceApexDomain);
  }
  return LinkTo("https://", host);
}

}  // namespace

Result<std::string> ParseWorkspace(std::string_view text) {
  const std::string_view trimmed = TrimWhiteSpace(text);
  if (trimmed.empty()) return Refuse(Text::kWorkspaceEmpty);
  if (LooksLikeJwt(trimmed)) {
    return Refuse(Text::kWorkspaceIsKey);
  }
  if (trimmed.size() > kMaxWorkspaceLength) {
    return Refuse(Text::kWorkspaceTooLong);
  }
  Result<Address> address = SplitAddress(trimmed);
  if (!address.ok()) return address.TakeFailure();
  if (address.value().authority.find('@') != std::string_view::npos) {
    return Refuse(Text::kWorkspaceCredentials);
  }
  const std::string authority = ToLowerText(address.value().authority);
  HostPort parts = SplitHostPort(authority);
  if (IsLoopbackHost(parts.host)) {
    if (parts.host.size() < authority.size() && !IsPort(parts.port)) {
      return Refuse(Text::kWorkspacePort);
    }
    return LinkTo(address.value().is_http ? "http://" : "https://", authority);
  }
  if (parts.port == "443" || (parts.port == "80" && address.value().is_http)) parts.port = {};
  if (!parts.port.empty() || parts.host.empty() || parts.host.front() == '[') {
    return Refuse(Text::kWorkspaceHasPort);
  }
  if (parts.host.back() == '.') parts.host.remove_suffix(1);
  if (parts.host.find('.') == std::string_view::npos) return LinkToName(parts.host);
  return LinkToHost(parts.host);
}

}  // namespace agencyhandy
