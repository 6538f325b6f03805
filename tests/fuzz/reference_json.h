// Owns a second JSON reader that shares no line with the core's: what it accepts and what it makes
// of it is the yardstick for fuzzers and random tests. Recursive, slow and plain on purpose. Owns
// no claim about the core.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agencyhandy::reference {

// Levels of arrays and objects; the core documents the same limit.
inline constexpr int kMostLevels = 512;

// Whether `text` is UTF-8 as RFC 3629 allows it, byte range by byte range.
inline bool IsUtf8(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned lead = byte(i);
    const unsigned next = byte(i + 1);
    if (lead <= 0x7F) {
      i += 1;
    } else if (lead >= 0xC2 && lead <= 0xDF && tail(i + 1)) {
      i += 2;
    } else if (((lead == 0xE0 && next >= 0xA0 && next <= 0xBF) ||
                (lead == 0xED && next >= 0x80 && next <= 0x9F) ||
                (lead >= 0xE1 && lead <= 0xEF && lead != 0xED && tail(i + 1))) &&
               tail(i + 2)) {
      i += 3;
    } else if (((lead == 0xF0 && next >= 0x90 && next <= 0xBF) ||
                (lead == 0xF4 && next >= 0x80 && next <= 0x8F) ||
                (lead >= 0xF1 && lead <= 0xF3 && tail(i + 1))) &&
               tail(i + 2) && tail(i + 3)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

struct Json {
  enum class Type { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject };

  Type type = Type::kNull;
  std::string text;  // a string's characters, a number's digits as written
  std::vector<Json> items;
  std::vector<std::pair<std::string, Json>> fields;  // in order, duplicates too

  // The last field of that name; null: none.
  const Json* Find(std::string_view name) const {
    const Json* found = nullptr;
    for (const auto& field : fields) {
      if (field.first == name) found = &field.second;
    }
    return found;
  }
  std::size_t Count(std::string_view name) const {
    std::size_t count = 0;
    for (const auto& field : fields) count += field.first == name ? 1 : 0;
    return count;
  }
  bool IsInteger() const {
    return type == Type::kNumber && text.find_first_of(".eE") == std::string::npos;
  }
  bool IsString() const { return type == Type::kString; }
};

class JsonParser {
 public:
  explicit JsonParser(std::string_view text) : text_(text) {}

  std::optional<Json> Parse() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    if (!IsUtf8(text_)) return std::nullopt;
    Json root;
    SkipSpace();
    if (!ReadValue(root, 0)) return std::nullopt;
    SkipSpace();
    if (at_ != text_.size()) return std::nullopt;
    return root;
  }

  // Whether a refusal was for depth alone, up to where reading stopped.
  bool too_deep() const { return too_deep_; }

 private:
  bool Eat(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  bool Peek(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool PeekDigit() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  void SkipSpace() {
    while (Peek(' ') || Peek('\t') || Peek('\n') || Peek('\r')) ++at_;
  }

  bool ReadValue(Json& out, int level) {
    if (Peek('{')) return ReadObject(out, level);
    if (Peek('[')) return ReadArray(out, level);
    if (Peek('"')) {
      out.type = Json::Type::kString;
      return ReadString(out.text);
    }
    if (Eat("null")) return true;
    if (Eat("true")) {
      out.type = Json::Type::kTrue;
      return true;
    }
    if (Eat("false")) {
      out.type = Json::Type::kFalse;
      return true;
    }
    out.type = Json::Type::kNumber;
    return ReadNumber(out.text);
  }

  bool Enter(int level) {
    if (level >= kMostLevels) too_deep_ = true;
    return level < kMostLevels;
  }

  bool ReadArray(Json& out, int level) {
    out.type = Json::Type::kArray;
    if (!Enter(level) || !Eat("[")) return false;
    SkipSpace();
    if (Eat("]")) return true;
    do {
      SkipSpace();
      out.items.emplace_back();
      if (!ReadValue(out.items.back(), level + 1)) return false;
      SkipSpace();
    } while (Eat(","));
    return Eat("]");
  }

  bool ReadObject(Json& out, int level) {
    out.type = Json::Type::kObject;
    if (!Enter(level) || !Eat("{")) return false;
    SkipSpace();
    if (Eat("}")) return true;
    do {
      SkipSpace();
      out.fields.emplace_back();
      if (!ReadString(out.fields.back().first)) return false;
      SkipSpace();
      if (!Eat(":")) return false;
      SkipSpace();
      if (!ReadValue(out.fields.back().second, level + 1)) return false;
      SkipSpace();
    } while (Eat(","));
    return Eat("}");
  }

  bool ReadNumber(std::string& out) {
    const std::size_t begin = at_;
    Eat("-");
    if (!Eat("0")) {
      if (!PeekDigit()) return false;
      while (PeekDigit()) ++at_;
    }
    if (Eat(".")) {
      if (!PeekDigit()) return false;
      while (PeekDigit()) ++at_;
    }
    if (Eat("e") || Eat("E")) {
      if (!Eat("+")) Eat("-");
      if (!PeekDigit()) return false;
      while (PeekDigit()) ++at_;
    }
    out = std::string(text_.substr(begin, at_ - begin));
    return std::isfinite(std::strtod(out.c_str(), nullptr));
  }

  bool ReadHex(unsigned& out) {
    out = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_ >= text_.size()) return false;
      const char c = text_[at_];
      if (c >= '0' && c <= '9') {
        out = out * 16 + static_cast<unsigned>(c - '0');
      } else if (c >= 'a' && c <= 'f') {
        out = out * 16 + static_cast<unsigned>(c - 'a') + 10;
      } else if (c >= 'A' && c <= 'F') {
        out = out * 16 + static_cast<unsigned>(c - 'A') + 10;
      } else {
        return false;
      }
    }
    return true;
  }

  bool ReadEscapedUnit(std::string& out) {
    unsigned unit = 0;
    if (!ReadHex(unit)) return false;
    if (unit >= 0xDC00 && unit <= 0xDFFF) return false;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      unsigned low = 0;
      if (!Eat("\\u") || !ReadHex(low) || low < 0xDC00 || low > 0xDFFF) return false;
      unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
    }
    AppendUtf8(unit, out);
    return true;
  }

  static void AppendUtf8(unsigned c, std::string& out) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
      put(0xC0 + c / 64);
    } else if (c < 0x10000) {
      put(0xE0 + c / 4096);
      put(0x80 + c / 64 % 64);
    } else {
      put(0xF0 + c / 262144);
      put(0x80 + c / 4096 % 64);
      put(0x80 + c / 64 % 64);
    }
    put(0x80 + c % 64);
  }

  bool ReadString(std::string& out) {
    if (!Eat("\"")) return false;
    static constexpr std::string_view kEscapes = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    while (at_ < text_.size()) {
      if (Eat("\"")) return true;
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (!Eat("\\")) {
        out += text_[at_++];
        continue;
      }
      if (Eat("u")) {
        if (!ReadEscapedUnit(out)) return false;
        continue;
      }
      if (at_ >= text_.size()) return false;
      const std::size_t which = kEscapes.find(text_[at_++]);
      if (which == std::string_view::npos) return false;
      out += kMeanings[which];
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool too_deep_ = false;
};

inline std::optional<Json> ParseJson(std::string_view text) { return JsonParser(text).Parse(); }

// `text` (UTF-8) as a JSON string.
inline std::string QuoteJson(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[c / 16];
      out += kHex[c % 16];
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace agencyhandy::reference
