"""What Word and Google Docs put on the clipboard, in their own ways of saying it."""

from __future__ import annotations

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"
  xmlns:w="urn:schemas-microsoft-com:office:word">
<head><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h2 style='margin-top:2.0pt'>What it cost<o:p></o:p></h2>
<p class=MsoNormal><span style='mso-spacerun:yes'>  </span>The
<b style='mso-bidi-font-weight:normal'>pier</b> opens on <i>Monday</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>See <a href="https://plan.example/pier">the
plan</a><span style='color:red'> in red</span>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Boats
first<o:p></o:p></p>
<!--EndFragment--></body></html>
"""

GOOGLE_DOCS = """
<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c">
<h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">What it
cost</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;">The
</span><span style="font-weight:700;">pier</span><span style="font-weight:400;"> opens on
</span><span style="font-weight:400;font-style:italic;">Monday</span><span
style="font-weight:400;">.</span></p><br /><p dir="ltr"><span
style="font-weight:400;">See </span><a
href="https://www.google.com/url?q=https://plan.example/pier&amp;sa=D&amp;source=docs"
style="text-decoration:none;"><span style="color:#1155cc;">the plan</span></a><span
style="font-weight:400;"> in red.</span></p><p dir="ltr"><span style="font-weight:400;">Boats
first</span></p></b>
"""
