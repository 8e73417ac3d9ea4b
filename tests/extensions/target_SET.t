%create s hash:ip timeout 9
%create p hash:ip,port
%create m hash:ip skbinfo
*mangle
:FORWARD
-j SET --add-set s src;=;OK
-j SET --add-set p src,dst;=;OK
-j SET --del-set s dst;=;OK
-j SET --add-set s src --exist;=;OK
-j SET --add-set s src --timeout 30;=;OK
-j SET --timeout 30 --exist --add-set s src;-j SET --add-set s src --exist --timeout 30;OK
-j SET --add-set s src --timeout 0;=;OK
-j SET --add-set s src --del-set p src,dst;=;OK
-j SET --del-set p src,dst --add-set s src --exist;-j SET --add-set s src --exist --del-set p src,dst;OK
-j SET --map-set m src --map-mark;=;OK
-j SET --map-set m src --map-prio;=;OK
-j SET --map-set m src --map-queue;=;OK
-j SET --map-queue --map-set m src --map-prio --map-mark;-j SET --map-set m src --map-mark --map-prio --map-queue;OK
-j SET --add-set s src --map-set m dst --map-mark;=;OK
-j SET --map-set m src;;FAIL
-j SET --map-mark --add-set s src;;FAIL
-j SET --del-set s src --exist;;FAIL
-j SET --del-set s src --timeout 5;;FAIL
-j SET --add-set s src --timeout x;;FAIL
-j SET --add-set s src --timeout 4294967295;;FAIL
-j SET ! --add-set s src;-j SET --add-set s src;OK
-j SET --add-set s src ! --timeout 4;-j SET --add-set s src --timeout 4;OK
-j SET --add-set s;;FAIL
-j SET --add-set s both;;FAIL
-j SET --add-set s src --add-set p src,dst;;FAIL
-j SET;;FAIL
:PREROUTING
-j SET --map-set m src --map-mark;=;OK
-j SET --map-set m src --map-prio;;FAIL
*filter
:FORWARD
-j SET --add-set s src;=;OK
-j SET --map-set m src --map-mark;;FAIL
