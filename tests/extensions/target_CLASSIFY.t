*mangle
:FORWARD
-j CLASSIFY --set-class 0000:ffff;=;OK
-j CLASSIFY;;FAIL
:POSTROUTING
-j CLASSIFY --set-class 1:2;-j CLASSIFY --set-class 0001:0002;OK
-j CLASSIFY --set-class 1:ffff;-j CLASSIFY --set-class 0001:ffff;OK
