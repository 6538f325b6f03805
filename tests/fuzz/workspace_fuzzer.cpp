// An accepted workspace becomes a link of one fixed form whose host the person typed: no user, no
// port but on this machine, no key. The link, read again, is the same.
#include "core/workspace.h"

#include "fuzz/fuzz_support.h"

namespace agencyhandy::fuzz {
namespace {

constexpr std::string_view kTab = "/workspace-config?tab=api-key";
constexpr std::string_view kVendor = ".agencyhandy.com";

constexpr std::string_view kTokenCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

constexpr std::string_view kReasons[] = {"workspace_empty",       "workspace_too_long",
                                         "workspace_is_key",      "workspace_scheme",
                                         "workspace_credentials", "workspace_name_short",
                                         "workspace_name_hyphen", "workspace_name_characters",
                                         "workspace_www",         "workspace_app",
                                         "workspace_api",         "workspace_apex",
                                         "workspace_host"};

bool EndsWithVendor(const std::string& host) {
  return host.size() > kVendor.size() &&
         host.compare(host.size() - kVendor.size(), kVendor.size(), kVendor) == 0;
}

void CheckName(const std::string& name) {
  Require(name.size() >= 3 && name.size() <= 63 && name.find('.') == std::string::npos,
          "a workspace has one name of 3 to 63 characters", name);
  Require(name != "www" && name != "app" && name != "api", "a reserved name is no workspace", name);
}

void CheckLink(const std::string& url, const std::string& text) {
  const UrlParts parts = CutUrl(url);
  Require(parts.path + parts.query == kTab, "a link leads to the settings", url);
  RequireSafeAuthority(parts, /*port_for_all=*/false);
  const std::string lower = LowerAscii(text);
  const bool is_vendor = EndsWithVendor(parts.authority);
  const std::string name =
      is_vendor ? parts.authority.substr(0, parts.authority.size() - kVendor.size()) : "";
  if (is_vendor) CheckName(name);
  Require(lower.find(is_vendor ? name : parts.authority) != std::string::npos, "the host was typed",
          url);
  if (!is_vendor && !IsThisMachine(parts.authority.substr(0, parts.authority.rfind(':')))) {
    Require(SplitAt(parts.authority, '.').size() >= 3 || IsThisMachine(parts.authority),
            "a custom domain has a sub-domain", url);
    Require(parts.authority.compare(0, 4, "www.") != 0, "a custom domain is no www address", url);
  }
  const Result<std::string> again = ParseWorkspace(url);
  Require(again.ok() && again.value() == url, "a link reads as itself", url);
  // "eyJ" begins a JWT; with so many of a token's characters behind it, it is taken for one.
  const std::size_t token = text.find("eyJ");
  if (token == std::string::npos) return;
  const std::size_t end = std::min(text.find_first_not_of(kTokenCharacters, token), text.size());
  Require(end < token + 16, "a key becomes no link", url);
}

void Check(const std::string& text) {
  const Result<std::string> url = ParseWorkspace(text);
  if (url.ok()) return CheckLink(url.value(), text);
  RequireShowable(url.error());
  Require(url.error().kind == ErrorKind::kInvalidInput && url.error().where == "workspace",
          "a refusal is typed");
  bool is_known = false;
  for (const std::string_view reason : kReasons) is_known |= reason == url.error().reason();
  Require(is_known, "a refusal has a known reason", url.error().reason());
}

}  // namespace
}  // namespace agencyhandy::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  agencyhandy::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
