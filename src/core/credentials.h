// Owns what a key and a company id are allowed to be, and the wiping of a key. Owns no hint about a
// key's shape (key_hints.h) and no header name (requests.h).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace agencyhandy {

// Overwrites `size` bytes with zeros in a way that a compiler does not remove.
void Wipe(void* bytes, std::size_t size);

// An API key: 1 to kMaxCredentialLength visible ASCII characters (U+0021 to U+007E).
//
// Its bytes live in one heap block that is wiped on destruction, never in a std::string: short
// strings stay inside the object and on the stack. There is no way to print it; `c_str()` exists
// for the transport and for a request that the caller asked to see.
class ApiKey {
 public:
  // Outer white space is dropped. Errors: invalid_input at "apiKey" with reason key_empty,
  // key_too_long or key_bad_character; never with the text.
  static Result<ApiKey> Parse(std::string_view text);

  // The same for the `size` bytes of `text` from `begin`, without the invisible characters among
  // them, of which `has_invisible` tells. A position counts in `text`.
  static Result<ApiKey> Clean(std::string_view text, std::size_t begin, std::size_t size,
                              bool& has_invisible);

  ApiKey() = default;  // no key
  ApiKey(ApiKey&& other) noexcept = default;
  ApiKey& operator=(ApiKey&&) = delete;
  ApiKey(const ApiKey&) = delete;
  ApiKey& operator=(const ApiKey&) = delete;
  ~ApiKey();

  const char* c_str() const { return bytes_.get(); }
  std::size_t size() const { return size_; }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  explicit ApiKey(std::string_view text);
  static Result<ApiKey> Read(std::string_view text, std::string_view value, bool* has_invisible);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

// A company id as a header may carry it: 1 to kMaxCredentialLength visible ASCII characters. The
// API documents 24 hexadecimal digits; other forms are allowed, since identity is the server's.
// Errors: invalid_input at "companyId" with reason company_id_empty, company_id_too_long or
// company_id_bad_character.
Result<std::string> ParseCompanyId(std::string_view text);

}  // namespace agencyhandy
