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
  const char* reason;
  const char* message;
};
constexpr Reserved kReserved[] = {
    {"www", "workspace_www", "www is the vendor's public site, or no workspace at all"},
    {"app", "workspace_app", "app.agencyhandy.com is the sign-in page of every workspace"},
    {"api", "workspace_api", "api.agencyhandy.com is the API, not a workspace"},
};

Failure Refuse(const char* reason, const char* message) {
  return InvalidInput("workspace", reason, message);
}

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
    return Refuse("workspace_scheme", "Only https addresses are workspaces");
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
    if (name == reserved.name) return Refuse(reserved.reason, reserved.message);
  }
  for (const char c : name) {
    if (!IsLower(c) && !IsDigit(c) && c != '-') {
      return Refuse("workspace_name_characters",
                    "A workspace name has letters a to z, digits and hyphens only");
    }
  }
  if (name.size() < kMinWorkspaceName) {
    return Refuse("workspace_name_short", "A workspace name has at least 3 characters");
  }
  if (name.size() > kMaxLabelLength) {
    return Refuse("workspace_too_long", "A workspace name has at most 63 characters");
  }
  if (name.front() == '-' || name.back() == '-') {
    return Refuse("workspace_name_hyphen", "A workspace name has hyphens only inside");
  }
  return LinkTo("https://", name, kVendorSuffix);
}

// `host` has a dot.
Result<std::string> LinkToHost(std::string_view host) {
  if (host == kVendorDomain) {
    return Refuse("workspace_apex", "Put the workspace name in front of agencyhandy.com");
  }
  const std::string_view first = host.substr(0, host.find('.'));
  const std::string_view rest = host.substr(first.size() + 1);
  if (rest == kVendorDomain) return LinkToName(first);
  if (!IsDomainName(host)) return Refuse("workspace_host", "This is not a valid host name");
  if (EndsWith(rest, kVendorSuffix)) {
    return Refuse("workspace_host", "A workspace has one name in front of agencyhandy.com");
  }
  if (first == "www") return Refuse("workspace_www", "A custom domain is never a www address");
  if (rest.find('.') == std::string_view::npos) {
    return Refuse("workspace_apex", "A custom domain has a sub-domain, e.g. portal.example.com");
  }
  return LinkTo("https://", host);
}

}  // namespace

Result<std::string> ParseWorkspace(std::string_view text) {
  const std::string_view trimmed = TrimWhiteSpace(text);
  if (trimmed.empty()) return Refuse("workspace_empty", "Type the workspace's name or address");
  if (LooksLikeJwt(trimmed)) {
    return Refuse("workspace_is_key", "This looks like a key. It does not belong here");
  }
  if (trimmed.size() > kMaxWorkspaceLength) {
    return Refuse("workspace_too_long", "A workspace address is shorter than 2,048 characters");
  }
  Result<Address> address = SplitAddress(trimmed);
  if (!address.ok()) return address.TakeFailure();
  if (address.value().authority.find('@') != std::string_view::npos) {
    return Refuse("workspace_credentials", "An address with a user name is refused");
  }
  const std::string authority = ToLowerText(address.value().authority);
  HostPort parts = SplitHostPort(authority);
  if (IsLoopbackHost(parts.host)) {
    if (parts.host.size() < authority.size() && !IsPort(parts.port)) {
      return Refuse("workspace_host", "The port is not a number from 1 to 65535");
    }
    return LinkTo(address.value().is_http ? "http://" : "https://", authority);
  }
  if (parts.port == "443" || (parts.port == "80" && address.value().is_http)) parts.port = {};
  if (!parts.port.empty() || parts.host.empty() || parts.host.front() == '[') {
    return Refuse("workspace_host", "A workspace address has a host name and no port");
  }
  if (parts.host.back() == '.') parts.host.remove_suffix(1);
  if (parts.host.find('.') == std::string_view::npos) return LinkToName(parts.host);
  return LinkToHost(parts.host);
}

}  // namespace agencyhandy
