ip6tables
*filter
:INPUT
-m hbh --hbh-opts 1:2,3 --hbh-len 4;-m hbh --hbh-len 4 --hbh-opts 1:2,3;OK
-m hbh --hbh-opts 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17;;FAIL
-m hbh ! --hbh-opts 1;;FAIL
