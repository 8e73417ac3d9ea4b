-j MARK --set-xmark 0xfeedcafe/0xfeedcafe;=;OK
-j MARK --set-xmark 0x0;-j MARK --set-xmark 0x0/0xffffffff;OK
-j MARK --set-xmark 4294967295;-j MARK --set-xmark 0xffffffff/0xffffffff;OK
-j MARK --set-xmark 4294967296;;FAIL
-j MARK --set-xmark -1;;FAIL
-j MARK;;FAIL
*mangle
:PREROUTING
-j MARK --set-mark 1;-j MARK --set-xmark 0x1/0xffffffff;OK
-j MARK --set-mark 1/0xf0;-j MARK --set-xmark 0x1/0xf1;OK
-j MARK --set-xmark 1/0xf0;-j MARK --set-xmark 0x1/0xf0;OK
-j MARK --set-xmark 1;-j MARK --set-xmark 0x1/0xffffffff;OK
-j MARK --and-mark 0xf;-j MARK --set-xmark 0x0/0xfffffff0;OK
-j MARK --or-mark 0xf;-j MARK --set-xmark 0xf/0xf;OK
-j MARK --xor-mark 0xf;-j MARK --set-xmark 0xf/0x0;OK
-j MARK --and-mark 0xf/3;;FAIL
-j MARK --set-mark 1 --or-mark 3;;FAIL
-j MARK ! --set-mark 1;;FAIL
-j MARK;;FAIL
-j MARK --set-mark foo;;FAIL
