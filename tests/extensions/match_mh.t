ip6tables
*filter
:INPUT
-p mh -m mh --mh-type brr;-p mobility-header -m mh --mh-type 0;OK
-p mh -m mh --mh-type bu:ba;-p mobility-header -m mh --mh-type 5:6;OK
-p 135 -m mh ! --mh-type 3:5;-p mobility-header -m mh ! --mh-type 3:5;OK
