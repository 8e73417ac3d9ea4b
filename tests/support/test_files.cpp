#include "support/test_files.h"

#include <QFile>

#include <algorithm>

namespace natwalk::test {

std::string textOfFile(const std::string& path)
{
    QFile file(QStringLiteral(NATWALK_SOURCE_DIR "/") + QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", path.c_str());
    return file.readAll().toStdString();
}

Json jsonFrom(const std::string& path)
{
    auto read = readJson(textOfFile(path));
    if (!std::holds_alternative<Json>(read))
        qFatal("%s is no JSON", path.c_str());
    return std::get<Json>(std::move(read));
}

const Json& memberOf(const Json& object, std::string_view key)
{
    static const Json null;
    const auto found = std::ranges::find(object.members, key, &Json::Member::key);
    return found == object.members.end() ? null : found->value;
}

std::string textIn(const Json& object, std::string_view key) { return memberOf(object, key).text; }

}  // namespace natwalk::test
