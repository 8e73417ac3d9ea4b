// What blocks and endpoints of a picture are called.
#pragma once

#include "ui/graph/path_picture.h"

#include <QString>

namespace natwalk {

/// "default/nginx-basic:http", "KUBE-SERVICES"
QString titleOf(const PathPicture& picture, const PictureBlock& block);
/// "KUBE-SVC-WWRFY3PZ7W3FGMQW", "nat · policy ACCEPT", "nat · 2 rules"; empty where the title says it all.
QString subtitleOf(const PathPicture& picture, const PictureBlock& block);
/// "nginx-basic:http" for "default/nginx-basic:http".
QString withoutNamespace(const QString& service);

/// As short as it can be told: "SEP STI7", "nginx-basic:http".
QString shortTitleOf(const PathPicture& picture, const PictureBlock& block);

/// Where packets end: "192.168.166.157:80", "this host :80", "+ 3 other ends", or what becomes of them.
QString titleOf(const PictureEndpoint& endpoint);
/// ".157", "this host"
QString shortTitleOf(const PictureEndpoint& endpoint);

/// The chain ends in a translation: an endpoint's chain, told in one line.
bool isLeaf(const PathPicture& picture, std::uint32_t index);

}  // namespace natwalk
