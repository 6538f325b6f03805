// Owns the comparison of the core's JSON events with the reference reader's tree: both are written
// as one line of text. Owns no input.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "core/json_reader.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::reference {

// Writes what the core tells of a document.
class TraceListener final : public JsonListener {
 public:
  void OnValue(const JsonValue& value, int depth) override {
    static constexpr const char* kNames[] = {"null", "boolean", "integer", "number", "string"};
    Begin(depth);
    trace += kNames[static_cast<int>(value.type)];
    if (value.type == JsonType::kBoolean || value.type == JsonType::kInteger) {
      trace += ' ' + std::to_string(value.integer);
    }
    if (value.type == JsonType::kString) trace += ' ' + QuoteJson(value.text);
    trace += '\n';
  }
  void OnOpen(JsonType type, int depth) override {
    Begin(depth);
    trace += type == JsonType::kObject ? "{\n" : "[\n";
  }
  void OnClose(int depth) override {
    Begin(depth);
    trace += "end\n";
  }
  void OnKey(std::string_view key, int depth) override {
    Begin(depth);
    trace += "key " + QuoteJson(key) + '\n';
  }

  std::string trace;

 private:
  void Begin(int depth) { trace += std::to_string(depth) + ' '; }
};

// Whether the digits fit into 64 bits, signed where there is a sign, as nlohmann's lexer has it.
inline bool FitsInteger(const std::string& digits) {
  const std::size_t begin = digits[0] == '-' ? 1 : 0;
  std::string magnitude = digits.substr(digits.find_first_not_of('0', begin) == std::string::npos
                                            ? digits.size() - 1
                                            : digits.find_first_not_of('0', begin));
  const std::string most = begin == 1 ? "9223372036854775808" : "18446744073709551615";
  return magnitude.size() < most.size() || (magnitude.size() == most.size() && magnitude <= most);
}

// Writes the reference's tree in the same form.
inline void WriteTrace(const Json& value, int depth, std::string& out) {
  const std::string begin = std::to_string(depth) + ' ';
  switch (value.type) {
    case Json::Type::kNull:
      out += begin + "null\n";
      return;
    case Json::Type::kFalse:
    case Json::Type::kTrue:
      out += begin + (value.type == Json::Type::kTrue ? "boolean 1\n" : "boolean 0\n");
      return;
    case Json::Type::kNumber:
      if (value.IsInteger() && FitsInteger(value.text)) {
        const bool negative = value.text[0] == '-';
        const long long number =
            negative ? std::strtoll(value.text.c_str(), nullptr, 10)
                     : static_cast<long long>(std::strtoull(value.text.c_str(), nullptr, 10));
        out += begin + "integer " + std::to_string(number) + '\n';
      } else {
        out += begin + "number\n";
      }
      return;
    case Json::Type::kString:
      out += begin + "string " + QuoteJson(value.text) + '\n';
      return;
    case Json::Type::kArray:
      out += begin + "[\n";
      for (const Json& item : value.items) WriteTrace(item, depth + 1, out);
      break;
    case Json::Type::kObject:
      out += begin + "{\n";
      for (const auto& field : value.fields) {
        out += std::to_string(depth + 1) + " key " + QuoteJson(field.first) + '\n';
        WriteTrace(field.second, depth + 1, out);
      }
      break;
  }
  out += begin + "end\n";
}

// Whether a JavaScript number would change some integer of the document.
inline bool HasBigInteger(const Json& value) {
  if (value.IsInteger()) {
    const bool negative = value.text[0] == '-';
    const std::string magnitude = value.text.substr(negative ? 1 : 0);
    const std::string most = "9007199254740991";
    return magnitude.size() > most.size() || (magnitude.size() == most.size() && magnitude > most);
  }
  for (const Json& item : value.items) {
    if (HasBigInteger(item)) return true;
  }
  for (const auto& field : value.fields) {
    if (HasBigInteger(field.second)) return true;
  }
  return false;
}

// The difference between the core and the reference on `text`; empty: none.
inline std::string CompareJson(std::string_view text) {
  TraceListener listener;
  const Result<JsonSummary> read = ReadJson(text, listener);
  const std::optional<Json> expected = ParseJson(text);
  if (read.ok() != expected.has_value()) {
    return read.ok() ? "the core accepts, the reference refuses"
                     : "the core refuses, the reference accepts";
  }
  if (!expected) return {};
  std::string trace;
  WriteTrace(*expected, 0, trace);
  if (trace != listener.trace) return "events differ:\n" + listener.trace + "expected:\n" + trace;
  if (read.value().has_big_integer != HasBigInteger(*expected)) return "big integers differ";
  return {};
}

}  // namespace agencyhandy::reference
