-m string --string "foo bar" --algo bm;=;OK
-m string --hex-string "|de6164|" --algo kmp --from 5 --to 9 --icase;=;OK
-m string --string "test" --algo bm;=;OK
-m string --string "test" --algo kmp;=;OK
-m string ! --string "test" --algo kmp;=;OK
-m string --string "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" --algo bm;=;OK
-m string --hex-string "|0a0a0a0a|" --algo bm;=;OK
iptables
*filter
:INPUT
-m string --string "a b" --algo bm --icase;=;OK
-m string --string abc --algo kmp --from 3 --to 40;-m string --string "abc" --algo kmp --from 3 --to 40;OK
-m string --icase --hex-string "a|20 0d|b" --algo bm;-m string --hex-string "|61200d62|" --algo bm --icase;OK
-m string --hex-string "abc" --algo bm;-m string --string "abc" --algo bm;OK
-m string --string "a'b" --algo bm;=;OK
-m string --string "a\\b" --algo bm;=;OK
-m string ! --string x --algo bm --to 70000;;FAIL
-m string --string x --hex-string "|61|" --algo bm;;FAIL
-m string --string "" --algo bm;;FAIL
-m string --hex-string "a|616|b" --algo bm;;FAIL
-m string --hex-string "a|61" --algo bm;;FAIL
-m string --string abcdefghijklmn --algo bm --from 30 --to 20;;FAIL
