// A window with the keyboard, also where no window manager gives it (Xvfb).
#pragma once

#include <QApplication>
#include <QWidget>

namespace natwalk::test {

inline void showActive(QWidget& window)
{
    window.show();
    QApplication::setActiveWindow(&window);
}

}  // namespace natwalk::test
