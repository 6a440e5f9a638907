package io.lianshu.demo;

import java.util.List;

/** Names of places, offices and works; none belongs to a place that is. */
final class DistrictNames {

    /** The first six are those of the sample. */
    static final List<String> TOWNS =
            List.of("观澜街道", "听松街道", "渡口镇", "青麓镇", "石塘镇", "云溪乡", "望江街道", "鹿鸣街道", "柳汀街道", "章水镇", "龙潭镇", "横溪乡");

    /** The first five are those of the sample. */
    static final List<String> VILLAGES = List.of(
            "上渡村", "前浦村", "麓下村", "石井村", "溪口村", "下渡村", "后浦村", "麓上村", "石桥村", "溪尾村", "竹林村", "杨梅村", "茶园村", "南畈村", "北畈村",
            "江湾村", "河埠村", "枫树村", "樟木村", "新桥村", "旧庙村", "塘里村", "岙底村", "岭脚村", "湾头村", "堰头村", "洪家村", "方家村", "水碓村", "大屋村");

    /** Name, short name and whether it oversees an industry; the first eight are those of the sample. */
    static final List<List<String>> OFFICES = List.of(
            List.of("望潮区行政审批与公共资源交易管理办公室", "区审管办", "false"),
            List.of("望潮区发展和改革局", "区发改局", "true"),
            List.of("望潮区自然资源和规划局", "区资规局", "false"),
            List.of("望潮区住房和城乡建设局", "区住建局", "true"),
            List.of("望潮区交通运输局", "区交通局", "true"),
            List.of("望潮区农林水利局", "区农林水利局", "true"),
            List.of("望潮区生态环境局", "区环境局", "false"),
            List.of("渡口镇人民政府", "渡口镇政府", "false"),
            List.of("望潮区教育局", "区教育局", "false"),
            List.of("望潮区科学技术局", "区科技局", "false"),
            List.of("望潮区经济和信息化局", "区经信局", "true"),
            List.of("望潮区民政局", "区民政局", "false"),
            List.of("望潮区司法局", "区司法局", "false"),
            List.of("望潮区财政局", "区财政局", "true"),
            List.of("望潮区人力资源和社会保障局", "区人社局", "false"),
            List.of("望潮区商务局", "区商务局", "false"),
            List.of("望潮区文化和广电旅游局", "区文旅局", "false"),
            List.of("望潮区卫生健康局", "区卫健局", "false"),
            List.of("望潮区应急管理局", "区应急局", "false"),
            List.of("望潮区审计局", "区审计局", "false"),
            List.of("望潮区市场监督管理局", "区市监局", "false"),
            List.of("望潮区统计局", "区统计局", "false"),
            List.of("望潮区医疗保障局", "区医保局", "false"),
            List.of("望潮区综合行政执法局", "区执法局", "false"),
            List.of("望潮区退役军人事务局", "区退役军人局", "false"),
            List.of("望潮区税务局", "区税务局", "false"),
            List.of("望潮区公安分局", "区公安分局", "false"),
            List.of("望潮区消防救援大队", "区消防大队", "false"),
            List.of("望潮区气象局", "区气象局", "false"),
            List.of("望潮区残疾人联合会", "区残联", "false"),
            List.of("望潮区烟草专卖局", "区烟草局", "false"),
            List.of("望潮区档案馆", "区档案馆", "false"),
            List.of("望潮区城市建设档案室", "区城建档案室", "false"),
            List.of("望潮区房屋征收管理中心", "区征收中心", "false"),
            List.of("望潮区公积金管理部", "区公积金部", "false"),
            List.of("望潮区公共资源交易监督管理中心", "区监管中心", "false"),
            List.of("望潮区政府采购管理办公室", "区采购办", "true"),
            List.of("望潮区国有资产管理中心", "区国资中心", "true"),
            List.of("观澜街道办事处", "观澜街道办", "false"),
            List.of("听松街道办事处", "听松街道办", "false"),
            List.of("青麓镇人民政府", "青麓镇政府", "false"),
            List.of("石塘镇人民政府", "石塘镇政府", "false"),
            List.of("云溪乡人民政府", "云溪乡政府", "false"));

    private static final List<String> PUBLIC_PLACES =
            List.of("观澜", "听松", "渡口", "青麓", "石塘", "云溪", "望江", "鹿鸣", "柳汀", "章水", "龙潭", "横溪", "城东", "城南", "滨江");
    private static final List<String> PUBLIC_WORKS = List.of(
            "小学扩建工程",
            "中学新建工程",
            "幼儿园改造工程",
            "卫生院迁建工程",
            "养老服务中心新建工程",
            "污水管网改造工程",
            "河道综合整治工程",
            "农村公路提升工程",
            "老旧小区改造工程",
            "文化礼堂新建工程",
            "公园绿化提升工程",
            "水库除险加固工程",
            "农贸市场改建工程",
            "桥梁维修加固工程",
            "安置房建设工程",
            "停车场新建工程");
    private static final List<String> PRIVATE_WORKS = List.of(
            "智能电机生产线项目",
            "精密模具扩建项目",
            "新型建材生产基地项目",
            "医疗器械研发项目",
            "电子元件技改项目",
            "冷链物流仓储项目",
            "汽车线束生产项目",
            "水产品深加工项目",
            "数控机床装配项目",
            "纺织新材料项目",
            "厨电产品扩建项目",
            "光伏组件项目",
            "总部研发楼项目",
            "文具制造技改项目",
            "环保设备制造项目",
            "半导体封测项目");
    private static final List<String> PHASES = List.of("", "（二期）", "（三期）", "（四期）", "（五期）");

    private DistrictNames() {}

    /** The name of a public work beyond those of the sample; all names below 1,200 differ. */
    static String publicWork(int number) {
        int places = PUBLIC_PLACES.size();
        return PUBLIC_PLACES.get(number % places)
                + PUBLIC_WORKS.get(number / places % PUBLIC_WORKS.size())
                + phase(number / places / PUBLIC_WORKS.size());
    }

    /** The name of a private work beyond those of the sample; its owner's name stands before it. */
    static String privateWork(int number) {
        return PRIVATE_WORKS.get(number % PRIVATE_WORKS.size()) + phase(number / PRIVATE_WORKS.size() / 12);
    }

    private static String phase(int number) {
        return PHASES.get(Math.min(number, PHASES.size() - 1));
    }
}
