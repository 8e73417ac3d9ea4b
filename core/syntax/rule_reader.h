// The words of one command line -> what they ask for: options in any order, each to whom it belongs.
//
// Source: iptables iptables/xshared.c, do_parse(); iptables(8).
#pragma once

#include "syntax/remarks.h"
#include "syntax/rule_line.h"

#include <span>

namespace natwalk {

class RuleReader
{
public:
    explicit RuleReader(Remarks& remarks) : m_remarks(remarks) {}

    /// Reads the words of one line. Throws ParseError at the first word that cannot be accepted.
    ///
    /// @param line   the whole line, for what is kept as written
    /// @param arena  keeps what the words do not hold themselves
    /// @return holds until the next call, its words as long as `words` do
    RuleLine& read(std::span<const Token> words, std::string_view line, Arena& arena);

private:
    void readNext();
    void readShort(const Token& word);
    void readLong(const Token& word);
    void readOption(const OptionMeaning& meaning, const Token& word, std::span<const Token> attached);
    bool isMisprintedEnd(const OptionMeaning& meaning);
    bool takeNegation(const OptionMeaning& meaning, const Token& word);
    bool takeOldNegation(const OptionMeaning& meaning, const Token& word);
    std::span<const Token> takeValues(const OptionSpec& spec, const Token& word);
    std::span<const Token> attachedValue(const Token& word, std::size_t begin);
    void readBase(const BaseOption& option, const Token& word, bool inverted, std::span<const Token> values);
    void readCommand(const BaseOption& option, const Token& word, std::span<const Token> values);
    void readRuleNumber();
    void readProtocol(const Token& word, bool inverted, const Token& value);
    InterfacePattern readInterface(const InterfacePattern& before, const Token& word, bool inverted,
                                   const Token& value);
    void loadMatch(const Token& name);
    bool loadProtocolMatch(std::string_view option);
    bool keepForUnknown(const Token& word);
    void keepMisprint(const Token& word);
    void keepWord(const Token& word);
    bool endsKeptWords(const Token& word) const;

    Remarks& m_remarks;
    RuleLine m_line;
    std::span<const Token> m_words;
    std::string_view m_text;
    Arena* m_arena = nullptr;
    std::size_t m_next = 0;
    const Token* m_negation = nullptr;     // "!" that waits for its option
    LoadedExtension* m_keeping = nullptr;  // unknown extension whose words are kept as they are
};

}  // namespace natwalk
