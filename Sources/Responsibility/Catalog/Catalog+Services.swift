extension Catalog {
  /// One line for each service: provider, id, name, category, service model, what else it is called.
  ///
  /// An alias that begins with `=` is a common word, and counts only with the vendor's name before it.
  static let serviceLines = """
    aws       | ec2 | Amazon EC2 | infrastructure | iaas | EC2; Elastic Compute Cloud
    aws       | ebs | Amazon EBS | infrastructure | iaas | EBS; Elastic Block Store
    aws       | vpc | Amazon VPC | infrastructure | iaas | VPC; Virtual Private Cloud
    aws       | ecs-ec2 | Amazon ECS on EC2 | infrastructure | | ECS on EC2; ECS EC2 launch type
    aws       | ecs-fargate | Amazon ECS on Fargate | container | | ECS on Fargate; ECS Fargate; Fargate
    aws       | ecs-anywhere | Amazon ECS Anywhere | infrastructure | | ECS Anywhere
    aws       | ecs | Amazon ECS | container | caas | ECS; Elastic Container Service
    aws       | eks | Amazon EKS | container | caas | EKS; Elastic Kubernetes Service
    aws       | rds | Amazon RDS | container | paas | RDS; Relational Database Service
    aws       | aurora | Amazon Aurora | container | paas | =Aurora; RDS Aurora
    aws       | emr | Amazon EMR | container | paas | EMR; Elastic MapReduce
    aws       | elastic-beanstalk | AWS Elastic Beanstalk | container | paas | Elastic Beanstalk; Beanstalk
    aws       | elasticache | Amazon ElastiCache | container | paas | ElastiCache
    aws       | opensearch | Amazon OpenSearch Service | container | paas | OpenSearch Service; =OpenSearch
    aws       | redshift | Amazon Redshift | container | paas | Redshift
    aws       | lambda | AWS Lambda | abstracted | faas | Lambda; Lambda function
    aws       | s3 | Amazon S3 | abstracted | paas | S3; Simple Storage Service
    aws       | glacier | Amazon S3 Glacier | abstracted | paas | S3 Glacier; Glacier
    aws       | efs | Amazon EFS | abstracted | paas | EFS; Elastic File System
    aws       | dynamodb | Amazon DynamoDB | abstracted | paas | DynamoDB
    aws       | sqs | Amazon SQS | abstracted | paas | SQS; Simple Queue Service
    aws       | sns | Amazon SNS | abstracted | paas | SNS; Simple Notification Service
    aws       | ses | Amazon SES | abstracted | paas | SES; Simple Email Service
    aws       | kms | AWS KMS | abstracted | paas | KMS; Key Management Service
    aws       | cloudhsm | AWS CloudHSM | container | paas | CloudHSM
    aws       | api-gateway | Amazon API Gateway | abstracted | paas | API Gateway
    aws       | cloudfront | Amazon CloudFront | abstracted | paas | CloudFront
    aws       | cognito | Amazon Cognito | abstracted | paas | Cognito
    aws       | kinesis | Amazon Kinesis | abstracted | paas | Kinesis
    aws       | athena | Amazon Athena | abstracted | paas | Athena
    aws       | workspaces | Amazon WorkSpaces | container | saas | =WorkSpaces
    aws       | lightsail | Amazon Lightsail | infrastructure | iaas | Lightsail
    microsoft | azure-vm | Azure Virtual Machines | | iaas | Azure Virtual Machines; Azure VM; Azure virtual machine
    microsoft | app-service | Azure App Service | | paas | App Service; Azure App Service
    microsoft | azure-sql | Azure SQL Database | | paas | Azure SQL; Azure SQL Database
    microsoft | azure-functions | Azure Functions | | faas | Azure Functions
    microsoft | aks | Azure Kubernetes Service | | caas | AKS; Azure Kubernetes Service
    microsoft | azure-storage | Azure Storage | | paas | Azure Storage; Azure Blob Storage
    microsoft | microsoft-365 | Microsoft 365 | | saas | Microsoft 365; Office 365; M365
    google    | compute-engine | Compute Engine | | iaas | Compute Engine; GCE
    google    | gke | Google Kubernetes Engine | | caas | GKE; Google Kubernetes Engine
    google    | cloud-run | Cloud Run | | paas | Cloud Run
    google    | cloud-sql | Cloud SQL | | paas | Cloud SQL
    google    | bigquery | BigQuery | | paas | BigQuery
    google    | cloud-storage | Google Cloud Storage | | paas | Google Cloud Storage; GCS
    red-hat   | rosa | Red Hat OpenShift Service on AWS | | paas | ROSA; Red Hat OpenShift Service on AWS
    """

  /// One line for each service model: id, name, what else it is called; in the order of what is left to
  /// the customer.
  static let modelLines = """
    on-premises | On-premises | on premises; on premise; on prem; onprem; private cloud; own data center; traditional IT; legacy IT
    iaas | IaaS | IaaS; infrastructure as a service
    caas | CaaS | CaaS; containers as a service; container as a service; kubernetes as a service
    paas | PaaS | PaaS; platform as a service
    faas | FaaS | FaaS; function as a service; functions as a service; serverless
    saas | SaaS | SaaS; software as a service
    """

  /// The categories of AWS in the same form.
  static let categoryLines = """
    infrastructure | Infrastructure services | infrastructure service; infrastructure services; =infrastructure
    container | Container services (managed platforms) | container service; container services; container services (managed platforms); managed platform; =container; =containers
    abstracted | Abstracted services | abstracted service; abstracted services; abstract service; =abstracted; fully managed service
    """
}
