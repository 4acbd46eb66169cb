"""The facts of the two rounds stand in the notices and on the site."""

import pytest
from sample_workspace import Published
from site_text import pages_of

FACTS: tuple[tuple[str, str, str], ...] = (
    # notice, text without white space, what it is
    ("2014-lianghua/call", "浙政发〔2014〕18号", "basis"),
    ("2014-lianghua/call", "16个", "areas in all"),
    ("2014-lianghua/call", "综合性示范区域8个", "8 comprehensive"),
    ("2014-lianghua/call", "专用电子（软件）产业基地3个", "3 electronics and software"),
    ("2014-lianghua/call", "绿色安全制造信息化示范区域5个", "5 green and safe"),
    ("2014-lianghua/call", "20个工业强县试点", "the 20 strong counties"),
    ("2014-lianghua/call", "融合指数位居全省前列", "or a leading index"),
    ("2014-lianghua/call", "强有力的政策措施", "and strong policy"),
    ("2014-lianghua/call", "机器换人示范项目10项以上", "at least 10"),
    ("2014-lianghua/call", "智能化新产品和装备开发项目10项以上", "at least 10"),
    ("2014-lianghua/call", "机器联网示范项目10—15项", "10 to 15"),
    ("2014-lianghua/call", "贯标试点企业5个以上", "at least 5"),
    ("2014-lianghua/call", "示范企业1个以上", "at least 1"),
    ("2014-lianghua/call", "电子（软件）项目10项以上", "at least 10"),
    ("2014-lianghua/call", "绿色制造信息技术应用示范项目10项以上", "at least 10"),
    ("2014-lianghua/call", "皮革、印染、造纸、蓄电池、化工、金属资源再生", "industries first"),
    ("2014-lianghua/call", "总部型企业和第三方服务机构", "some counties may stress these"),
    ("2014-lianghua/call", "一式五份", "five bound copies"),
    ("2014-lianghua/call", "7月10日前", "deadline"),
    ("2014-lianghua/call", "公示时间为7天", "publicity"),
    ("2014-lianghua/call", "省经信委网站", "where"),
    ("2014-lianghua/call", "6月底和12月底", "reports"),
    ("2014-lianghua/call", "宁波不发", "not sent to Ningbo"),
    ("2014-lianghua/call", "试点培育", "pilots"),
    ("2014-lianghua/call", "不列入省级资金支持范围", "money may not go to two kinds of item"),
    ("2014-lianghua/call", "第三方评估机构", "evaluation"),
    ("2014-lianghua/call", "取消示范区域名号", "title can be cancelled"),
    ("2014-lianghua/call", "领导小组", "leading group"),
    ("2014-lianghua/call", "每年召开一次现场交流会", "yearly meeting"),
    ("2014-lianghua/call", "不超过300字", "brief"),
    ("2014-lianghua/call", "浙江省经济和信息化委员会", "lead organ"),
    ("2014-lianghua/call", "浙江省财政厅", "joint organ"),
    ("2014-lianghua/call", "0571-87056463", "contact of the comprehensive category"),
    ("2014-lianghua/call", "0571-87050802", "contact of electronics"),
    ("2014-lianghua/call", "0571-87058219", "contact of light industry"),
    ("2014-lianghua/call", "0571-87058200", "contact of chemicals"),
    ("2014-lianghua/call", "0571-87058420", "contact of finance"),
    ("2014-lianghua/publicity", "共7天", "window"),
    ("2014-lianghua/award", "16个地区", "winners"),
    ("2014-lianghua/award", "4个地区开展试点培育", "pilots"),
    ("2016-software-bases/call", "示范基地4个、特色基地5个、创业基地5个", "this year"),
    ("2016-software-bases/call", "（园区、小镇）8个左右", "8 over three years"),
    ("2016-software-bases/call", "（园区、小镇）12个左右", "12"),
    ("2016-software-bases/call", "（园区、小镇）16个左右", "16"),
    ("2016-software-bases/call", "三年", "years"),
    ("2016-software-bases/call", "每个县（市、区）限报一项", "one category for each county"),
    ("2016-software-bases/call", "前15位", "top 15"),
    ("2016-software-bases/call", "前20位", "top 20"),
    ("2016-software-bases/call", "不少于20家", "start-ups"),
    ("2016-software-bases/call", "2—3年完成", "period"),
    ("2016-software-bases/call", "1000万元", "money"),
    ("2016-software-bases/call", "600万元", "money"),
    ("2016-software-bases/call", "300万元", "money"),
    ("2016-software-bases/call", "连续3年", "allocation factor"),
    ("2016-software-bases/call", "专款专用", "earmarked"),
    ("2016-software-bases/call", "由宁波市财政落实资金", "Ningbo pays its own"),
    ("2016-software-bases/call", "年均增长15%", "growth"),
    ("2016-software-bases/call", "公示时间为7天", "publicity"),
    ("2016-software-bases/call", "A4纸装订成册", "paper"),
    ("2016-software-bases/call", "电子文档", "electronic copy"),
    ("2016-software-bases/call", "2015年12月底前", "deadline"),
    ("2016-software-bases/call", "推荐意见", "the city recommends"),
    ("2016-software-bases/call", "不超过300字", "brief"),
    ("2016-software-bases/call", "6月底和12月底", "reports"),
    ("2016-software-bases/call", "授牌", "plaque"),
    ("2016-software-bases/call", "2015年12月11日印发", "printed"),
    ("2016-software-bases/call", "0571-87056455", "contact"),
    ("2016-software-bases/call", "0571-87056557", "contact"),
    ("2016-software-bases/award", "合计8500万元", "4×1000+5×600+5×300"),
    ("2016-software-bases/award", "宁波市财政承担600万元", "Ningbo's own winner"),
    ("2016-tea-stations/call", "电话：0571-00009030", "as it was printed"),
    ("2016-tea-stations/correction", "“0571-00009030”更正为“0571-00009003”", "what the call got wrong"),
)


@pytest.mark.parametrize(("notice", "text", "meaning"), FACTS, ids=[f"{n}: {m}: {t}" for n, t, m in FACTS])
def test_fact_stands_in_the_notice_and_on_the_site(sample: Published, notice: str, text: str, meaning: str) -> None:
    """A fact of the seeds is printed in its notice and can be read on the site."""
    assert text in sample.notices[notice], meaning
    assert text in sample.site, meaning


@pytest.mark.parametrize(
    ("programme", "texts"),
    [
        (
            "2014-lianghua",
            ("一式五份", "2014年7月10日", "7天", "6月底和12月底", "20个工业强县", "10—15项", "文件未载明", "领导小组"),
        ),
        (
            "2016-software-bases",
            ("前15位", "前20位", "不少于20家", "1000万元", "600万元", "300万元", "连续3年", "专款专用", "宁波市财政"),
        ),
    ],
)
def test_round_page_has_the_figures_of_the_round(sample: Published, programme: str, texts: tuple[str, ...]) -> None:
    """A round's own pages, on its results and on how to apply, name its figures, not only the notices they link to."""
    pages = pages_of(sample.project.site)
    page = pages[f"programmes/{programme}/index.html"] + pages[f"programmes/{programme}/apply/index.html"]

    assert [text for text in texts if text not in page] == []
