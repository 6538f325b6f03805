// Owns the reading of JSON text: the one door to nlohmann/json. Owns no meaning of what is read:
// each reader of a reply listens to the events it needs.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/result.h"

namespace agencyhandy {

enum class JsonType { kNull, kBoolean, kInteger, kNumber, kString, kObject, kArray };

// What a text holds at one place. `text` is set for strings (the characters), and for numbers where
// the reader keeps the digits; `integer` for integers of at most 64 bits.
struct JsonValue {
  JsonType type = JsonType::kNull;
  std::string_view text;
  std::int64_t integer = 0;
};

// Listens to one document in order; does nothing by itself. A depth counts the open arrays and
// objects around an event.
class JsonListener {
 public:
  virtual ~JsonListener() = default;
  // A value that holds no others.
  virtual void OnValue(const JsonValue& /*value*/, int /*depth*/) {}
  // An array or object begins; `depth` is the one of the container itself (0: the document).
  virtual void OnOpen(JsonType /*type*/, int /*depth*/) {}
  virtual void OnClose(int /*depth*/) {}
  virtual void OnKey(std::string_view /*key*/, int /*depth*/) {}
};

struct JsonSummary {
  // Whether some integer is beyond 2^53, so that a JavaScript number would change it.
  bool has_big_integer = false;
};

// Reads `text` (RFC 8259, UTF-8, a leading BOM is skipped) and tells `listener` of all that it
// holds. Errors: malformed_response for bad grammar or UTF-8, for a lone surrogate, for a
// number beyond a double, and for more than kMaxJsonDepth levels; the message names the byte.
Result<JsonSummary> ReadJson(std::string_view text, JsonListener& listener);

// The same without a listener: only whether it is valid.
Result<JsonSummary> CheckJson(std::string_view text);

}  // namespace agencyhandy
