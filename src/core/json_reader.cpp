#include "core/json_reader.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

// nlohmann's lexer does the hard part: UTF-8, escapes, numbers. Its SAX parser stands on the same
// lexer but makes exception texts that nobody here reads; the grammar below costs a tenth of it.
using Input = decltype(nlohmann::detail::input_adapter(std::declval<const char*>(),
                                                       std::declval<const char*>()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;
using Token = Lexer::token_type;

// 2^53 - 1, JavaScript's Number.MAX_SAFE_INTEGER.
constexpr std::uint64_t kMaxSafeInteger = 9007199254740991ULL;

// RFC 8259's grammar without recursion: one bit of memory, an open object or array, for each level.
class Reader {
 public:
  Reader(std::string_view text, JsonListener& listener)
      : lexer_(nlohmann::detail::input_adapter(text.data(), text.data() + text.size())),
        listener_(listener) {}

  Result<JsonSummary> Read(std::string_view text) {
    // The lexer takes a NUL for the end of its input; JSON has none anywhere.
    const bool good = text.find('\0') == std::string_view::npos && ReadDocument();
    if (too_deep_) return MalformedResponse("", Text::kTooDeep);
    if (good) return summary_;
    const Failure failure = MalformedResponse("", Text::kNotJson);
    AppendNumber(static_cast<long long>(lexer_.get_position().chars_read_total), failure->detail);
    return failure;
  }

 private:
  bool ReadDocument() {
    Token token = lexer_.scan();
    while (true) {
      // `token` begins a value.
      if (!ReadValue(token)) return false;
      if (opened_) {
        opened_ = false;
        token = lexer_.scan();
        if (token != Closing()) {
          if (InObject() && !ReadKey(token)) return false;
          if (InObject()) token = lexer_.scan();
          continue;
        }
        Close();
      }
      if (!ReadClosings(token)) return false;
      if (open_.empty()) return token == Token::end_of_input;
    }
  }

  // After a value: closes what ends here and reads on to the next value, or to the end.
  bool ReadClosings(Token& token) {
    while (true) {
      token = lexer_.scan();
      if (open_.empty()) return true;
      if (token == Closing()) {
        Close();
        continue;
      }
      if (token != Token::value_separator) return false;
      token = lexer_.scan();
      if (!InObject()) return true;
      if (!ReadKey(token)) return false;
      token = lexer_.scan();
      return true;
    }
  }

  bool ReadKey(Token token) {
    if (token != Token::value_string) return false;
    listener_.OnKey(lexer_.get_string(), Depth());
    return lexer_.scan() == Token::name_separator;
  }

  bool ReadValue(Token token) {
    JsonValue value;
    switch (token) {
      case Token::begin_object:
        return Open(JsonType::kObject);
      case Token::begin_array:
        return Open(JsonType::kArray);
      case Token::literal_null:
        break;
      case Token::literal_true:
      case Token::literal_false:
        value.type = JsonType::kBoolean;
        value.integer = token == Token::literal_true ? 1 : 0;
        break;
      case Token::value_string:
        value.type = JsonType::kString;
        value.text = lexer_.get_string();
        break;
      case Token::value_unsigned:
        value.type = JsonType::kInteger;
        value.integer = static_cast<std::int64_t>(lexer_.get_number_unsigned());
        Note(lexer_.get_number_unsigned());
        break;
      case Token::value_integer:
        value.type = JsonType::kInteger;
        value.integer = lexer_.get_number_integer();
        Note(0ULL - static_cast<std::uint64_t>(value.integer));
        break;
      case Token::value_float:
        if (!std::isfinite(lexer_.get_number_float())) return false;
        value.type = JsonType::kNumber;
        value.text = lexer_.get_string();
        if (value.text.find_first_of(".eE") == std::string_view::npos) Note(~0ULL);
        break;
      default:
        return false;
    }
    listener_.OnValue(value, Depth());
    return true;
  }

  bool Open(JsonType type) {
    if (Depth() >= kMaxJsonDepth) {
      too_deep_ = true;
      return false;
    }
    listener_.OnOpen(type, Depth());
    open_ += type == JsonType::kObject ? '{' : '[';
    opened_ = true;
    return true;
  }
  void Close() {
    open_.pop_back();
    listener_.OnClose(Depth());
  }
  bool InObject() const { return open_.back() == '{'; }
  Token Closing() const { return InObject() ? Token::end_object : Token::end_array; }
  int Depth() const { return static_cast<int>(open_.size()); }
  void Note(std::uint64_t magnitude) {
    if (magnitude > kMaxSafeInteger) summary_.has_big_integer = true;
  }

  Lexer lexer_;
  JsonListener& listener_;
  JsonSummary summary_;
  std::string open_;
  bool opened_ = false;
  bool too_deep_ = false;
};

}  // namespace

Result<JsonSummary> ReadJson(std::string_view text, JsonListener& listener) {
  return Reader(text, listener).Read(text);
}

Result<JsonSummary> CheckJson(std::string_view text) {
  JsonListener silent;
  return ReadJson(text, silent);
}

}  // namespace agencyhandy
