package gloss

import (
	"strings"
	"sync"
)

// glossary reads lines of an English word and the words for it.
func glossary(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		for _, w := range f[min(1, len(f)):] {
			out[w] = f[0]
		}
	}
	return out
}

// units are what means a unit behind a number, and something else or nothing
// elsewhere.
var units = sync.OnceValue(func() map[string]string {
	return glossary(`
seconds 秒 초
minutes 分 분
hours 時間 시간
days 天
x 倍 배
gpus 卡 张
frames 帧 幀
yuan 元
yen 円
won 원
→ から 에서
`)
})

// leads are signs that mean something before a number only.
var leads = sync.OnceValue(func() map[string]string {
	return glossary(`
from 从 由 從 自
to 到 至 为 為
reduced 降 减 減 缩
increased 升 增
`)
})

var words = sync.OnceValue(func() map[string]string {
	return glossary(measures + changes + things + careers)
})

const measures = `
ms 毫秒 ミリ秒 밀리초
microseconds 微秒 マイクロ秒
minutes 分钟 分鐘 分間
hours 小时 小時
time 时间 時間 시간
days 天内 日間
latency 延迟 延遲 时延 時延 耗时 耗時 用时 响应时间 响应时长 レイテンシ 遅延 지연 지연시간 応答時間 处理时间 処理時間 실행시간 运行时间 執行時間 推論時間 训练时间 学習時間 加载时间 启动时间 时长
speed 速度 속도 スピード
throughput 吞吐量 吞吐 スループット 처리량 吞吐率
framerate 帧率 幀率 フレームレート
memory 内存 記憶體 显存 顯存 存储 存儲 メモリ 메모리 内存占用 显存占用
size 体积 體積 大小 尺寸 サイズ 크기 용량
parameters 参数量 参数 參數 パラメータ パラメータ数 파라미터 매개변수
cost 成本 费用 費用 开销 コスト 비용
bill 账单
compute 算力 计算量 計算量 연산량
power 功耗 消費電力 전력
error 误差 誤差 오차
accuracy 准确率 準確率 精度 正解率 정확도
usage 使用量 占用 使用率 利用率 사용량
million 百万 百萬
`

const changes = `
reduced 降低 减少 減少 缩短 縮短 下降 削减 削減 节省 節省 节约 短縮 低減 低下 단축 감소 절감 줄임 줄여 줄였 낮춤 낮췄
compress 压缩 壓縮 圧縮 압축
shrink 小型化 轻量化 輕量化 軽量化 경량화
increased 提升 提高 增加 上升 增长 向上 增至 향상 증가
accelerated 加速 提速 高速化 가속 가속화
optimized 优化 優化 最適化 최적화
from 从原来的 由原来的
to 降到 降至 減至 减至 减到 缩至
quantization 量化 量子化 양자화
pruning 剪枝 枝刈り 가지치기 프루닝
distillation 蒸馏 蒸餾 蒸留 증류
deploy 部署 デプロイ 배포
run 运行 運行 実行 실행
parallel 并行 並行 並列 병렬
reproduce 复现 復現 重现 再現 재현
implement 实现 實現 実装 구현
scratch 从零 从头 零基础 ゼロから
publish 发表 發表 掲載 게재
accepted 录用 接收 採択 被接收 채택
submitted 投稿 在投 제출
`

const things = `
inference 推理 推論 추론
training 训练 訓練 학습 훈련
learning 学习 學習
model 模型 モデル 모델
network 网络 網絡 網路 ネットワーク 네트워크
backbone 骨干 主干 骨幹 バックボーン 백본
shared 共享 共有 共用 공유
head 分支 ヘッド
multitask 多任务 多任務 マルチタスク 멀티태스크 다중작업
simultaneously 同时 同時 同时完成 동시에
detection 检测 檢測 検出 탐지 검출
recognition 识别 識別 認識 인식
segmentation 分割 세그멘테이션 분할
classification 分类 分類 분류
estimation 估计 估計 推定 추정
localization 定位
prediction 预测 預測 予測 예측
tracking 跟踪 追踪 追跡
translation 翻译 翻譯 翻訳 번역
and 和 与 與 및 及
operator 算子
batch 批处理 批處理 バッチ 배치
job 任务 任務
pipeline 流水线 パイプライン 파이프라인
search 检索 搜索 搜尋 検索 검색
kernel 内核
algorithm 算法 演算法 アルゴリズム 알고리즘
system 系统 系統 システム 시스템
service 服务 服務 サービス 서비스
interface 接口
query 查询 查詢 クエリ 쿼리
database 数据库 資料庫 データベース
server 服务器 伺服器 サーバー 서버
cloud 云 雲 クラウド 클라우드
single 单 單 単一 단일
gpu 显卡 单卡
phone 手机 手機 スマートフォン スマホ 스마트폰
device 设备 設備 端侧 边缘设备 エッジデバイス 기기
microcontroller 单片机 マイコン
realtime 实时 實時 即時 リアルタイム 실시간
data 数据 數據 データ 데이터
dataset 数据集 數據集 データセット 데이터셋
public 公开 公開 공개
handwritten 手写 手書き 手寫
digit 数字 숫자
course 课程 課程 授業 講義 수업
assignment 作业 作業 課題 과제
project 项目 項目 プロジェクト 프로젝트
paper 论文 論文 논문
journal 期刊 ジャーナル
conference 会议 學會 国際会議 학회
author 作者 著者 저자
code 代码 代碼 コード 코드
`

const careers = `
internship 实习 實習 インターンシップ 인턴십
intern 实习生 實習生 インターン 인턴
engineer 工程师 工程師 エンジニア 엔지니어
developer 开发者 開發者 開発者 개발자
programmer 程序员
scientist 科学家 科學家 研究科学家
researcher 研究员 研究員 연구원
architect 架构师 架構師
analyst 分析师 分析師 アナリスト
professor 教授 教授 교수
postdoc 博士后 博士後 ポスドク
assistant 助教 助理
student 学生 學生 학생
university 大学 大學 대학교
company 有限公司 公司 株式会社 주식회사
software 软件 軟體 ソフトウェア 소프트웨어
`
