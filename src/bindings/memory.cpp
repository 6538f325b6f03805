// Owns the module's heap, and memcpy, memmove and memset, each one instruction in WebAssembly's
// bulk memory, which every engine has had since 2021. free() wipes: what the heap held may have
// been a key. Compiled without link-time optimisation, which would take these bodies for loops to
// be replaced by calls of themselves.
#include <emscripten/heap.h>

#include <cstddef>
#include <cstdint>

namespace {

// A block begins with its size, this head included; a free one goes on with the next free one.
struct Block {
  std::size_t size;
  Block* next;
};
constexpr std::size_t kHead = 8;  // keeps what malloc() gives aligned for 64-bit numbers
constexpr std::size_t kLeast = 16;

Block* g_free;          // in the order of addresses
std::uintptr_t g_used;  // where new memory begins; 0: at the heap's base

char* EndOf(Block* block) { return reinterpret_cast<char*>(block) + block->size; }

}  // namespace

extern "C" {

extern unsigned char __heap_base;  // the linker's

void* memmove(void* to, const void* from, std::size_t size) {
  __builtin_memmove(to, from, size);
  return to;
}

void* memcpy(void* to, const void* from, std::size_t size) {
  __builtin_memmove(to, from, size);
  return to;
}

void* memset(void* to, int byte, std::size_t size) {
  __builtin_memset(to, byte, size);
  return to;
}

// The first free block that is large enough, or new memory. Traps where there is none: nothing here
// could go on without it, and the host makes a fresh instance after a trap.
void* malloc(std::size_t size) {
  if (size > PTRDIFF_MAX - kLeast) __builtin_trap();
  std::size_t whole = (size + kHead + 7) & ~std::size_t{7};
  if (whole < kLeast) whole = kLeast;
  Block** link = &g_free;
  while (*link != nullptr && (*link)->size < whole) link = &(*link)->next;
  Block* block = *link;
  if (block == nullptr) {
    if (g_used == 0) g_used = reinterpret_cast<std::uintptr_t>(&__heap_base);
    block = reinterpret_cast<Block*>(g_used);
    g_used += whole;
    const std::size_t held = __builtin_wasm_memory_size(0) * 65536;
    if (g_used > held && !emscripten_resize_heap(g_used)) __builtin_trap();
    block->size = whole;
  } else if (block->size - whole < kLeast) {
    *link = block->next;
  } else {
    auto* rest = reinterpret_cast<Block*>(reinterpret_cast<char*>(block) + whole);
    rest->size = block->size - whole;
    rest->next = block->next;
    *link = rest;
    block->size = whole;
  }
  return reinterpret_cast<char*>(block) + kHead;
}

void* calloc(std::size_t count, std::size_t size) {
  void* bytes = malloc(count * size);
  __builtin_memset(bytes, 0, count * size);
  return bytes;
}

// Wipes, and joins what lies side by side.
void free(void* bytes) {
  if (bytes == nullptr) return;
  auto* block = reinterpret_cast<Block*>(static_cast<char*>(bytes) - kHead);
  __builtin_memset(bytes, 0, block->size - kHead);
  Block* before = nullptr;
  Block* after = g_free;
  while (after != nullptr && after < block) {
    before = after;
    after = after->next;
  }
  block->next = after;
  if (after != nullptr && EndOf(block) == reinterpret_cast<char*>(after)) {
    block->size += after->size;
    block->next = after->next;
    after->next = nullptr;
  }
  if (before == nullptr) {
    g_free = block;
  } else if (EndOf(before) == reinterpret_cast<char*>(block)) {
    before->size += block->size;
    before->next = block->next;
  } else {
    before->next = block;
  }
}

// Later versions of Emscripten want it beside malloc().
void* realloc(void* bytes, std::size_t size) {
  void* moved = malloc(size);
  if (bytes != nullptr) {
    const auto* block = reinterpret_cast<Block*>(static_cast<char*>(bytes) - kHead);
    const std::size_t held = block->size - kHead;
    __builtin_memmove(moved, bytes, held < size ? held : size);
    free(bytes);
  }
  return moved;
}

}  // extern "C"
